import { outsidersClaims } from '../../src/catalog/data/identity-providers.ts';
import { dataArn } from '../../src/catalog/data-arn.ts';
import type { Decision } from '../../src/model/access.ts';
import type { Caller, Claims, RequestPlace, Session, SessionOrigin } from '../../src/model/caller.ts';
import { describeGuard, isAlways } from '../../src/model/guard.ts';
import { literalOf, type Text } from '../../src/model/text.ts';
import { callerOf, type Json, policySource, type World, worldOf } from './world.ts';

/** Who stands where, and what each policy says. All policies are lists of statements. */
export interface Scene {
  readonly caller?: 'role' | 'user';
  /** Inline policy of the caller. */
  readonly identity?: readonly Json[];
  readonly boundary?: readonly Json[];
  /** Policy of the group that the user is in. */
  readonly group?: readonly Json[];
  readonly session?: readonly Json[];
  /** Service control policies, level by level. */
  readonly scp?: readonly (readonly Json[])[];
  readonly rcp?: readonly Json[];
  /** Policy of whatever is asked for: the bucket's, the key's, the role's trust. Absent: there is none. */
  readonly resource?: readonly Json[];
  readonly gate?: Json;
  /** Block Public Access of the account of the target. */
  readonly accountGate?: Json;
  /** Whose the resource is. The caller is always in `here`. */
  readonly owner?: 'here' | 'there' | 'unknown';
  readonly callerTags?: readonly Json[];
  readonly resourceTags?: readonly Json[];
  /** Further properties of the target. */
  readonly target?: Readonly<Record<string, Json>>;
  readonly version?: '2008-10-17';
  readonly management?: boolean;
  /** Policy of a VPC endpoint through which the caller may ask; an empty list: it has none. */
  readonly endpoint?: readonly Json[];
  /** Policy of an access point of the bucket, in the account of the caller or of the bucket. */
  readonly point?: readonly Json[];
  readonly pointOwner?: 'here' | 'there';
  /** The one VPC from which the access point takes requests. */
  readonly pointVpc?: Json;
  /** Is the access point one of several regions? */
  readonly pointOfRegions?: boolean;
  /** Data access policies of collections: lists of rules with their principals. */
  readonly dataAccess?: readonly Json[];
  /** Resource shares that hold the target: the properties besides what is shared. */
  readonly shares?: readonly Json[];
  /** Grants of the key, as the parameters of CreateGrant. */
  readonly grants?: readonly Json[];
  /** Names of the key's aliases. */
  readonly aliases?: readonly string[];
  /** Name of the caller's role or user with its path, `/team/caller`. */
  readonly path?: string;
}

/** What is asked in a scene. */
export interface Question {
  /** `caller` unless said otherwise; see `callerOf`. */
  readonly who?: string;
  readonly action: string;
  /** The ARN, when it is not that of the target itself. `object` is any one object of the bucket. */
  readonly arn?: string;
  readonly context?: Readonly<Record<string, readonly string[] | 'absent'>>;
  /** How the caller came to his credentials. */
  readonly session?: SessionSaid;
  /** Claims of the token of a provider; `outsider`: of anybody who has an account with it. */
  readonly claims?: ClaimsSaid | 'outsider';
  /** The resource that a service acts for. */
  readonly onBehalfOf?: { readonly arn?: string; readonly account?: string };
  readonly from?: 'endpoint' | 'vpc' | 'internet' | `internet ${string}`;
  readonly throughPoint?: boolean;
}

/** Values of claims by name; null where the token has none. */
type ClaimsSaid = Readonly<Record<string, string | null>>;

/** A session as it is written in a table. */
export interface SessionSaid {
  readonly obtained: SessionOrigin['kind'];
  readonly name?: string;
  readonly tags?: Readonly<Record<string, string>>;
  readonly sourceIdentity?: string | 'absent';
  readonly multiFactor?: boolean;
  readonly provider?: string;
  readonly claims?: ClaimsSaid;
}

export const here = '111111111111';
export const there = '222222222222';

const parameters: Json = { Open: { Type: 'String' }, Stage: { Type: 'String' } };
const conditions: Json = { IsProd: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] } };

/** Target by service of the action: resource type and properties that give it a fixed name. */
const targets: Readonly<Record<string, readonly [string, Readonly<Record<string, Json>>]>> = {
  s3: ['AWS::S3::Bucket', { BucketName: 'data' }],
  sqs: ['AWS::SQS::Queue', { QueueName: 'jobs' }],
  kms: ['AWS::KMS::Key', {}],
  lambda: ['AWS::Lambda::Function', { FunctionName: 'work' }],
  ecr: ['AWS::ECR::Repository', { RepositoryName: 'images' }],
  aoss: ['AWS::OpenSearchServerless::Collection', { Name: 'logs' }],
  'acm-pca': ['AWS::ACMPCA::CertificateAuthority', {}],
  sts: ['AWS::IAM::Role', { RoleName: 'target' }],
  iam: ['AWS::IAM::Role', { RoleName: 'target' }],
};

const doc = (scene: Scene, statements: readonly Json[]): Json => ({
  Version: scene.version ?? '2012-10-17',
  Statement: statements,
});

function callerTemplate(scene: Scene): Readonly<Record<string, Json>> {
  const isUser = scene.caller === 'user';
  const policies: Json =
    scene.identity === undefined ? [] : [{ PolicyName: 'own', PolicyDocument: doc(scene, scene.identity) }];
  const common = {
    Policies: policies,
    ...(scene.boundary !== undefined && { PermissionsBoundary: { Ref: 'Boundary' } }),
    ...(scene.callerTags !== undefined && { Tags: scene.callerTags }),
    ...(scene.path !== undefined && { Path: scene.path }),
  };
  const trust = doc({}, [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }]);
  const resources: Record<string, Json> = {
    Caller: isUser
      ? { Type: 'AWS::IAM::User', Properties: { UserName: 'caller', ...common } }
      : { Type: 'AWS::IAM::Role', Properties: { RoleName: 'caller', AssumeRolePolicyDocument: trust, ...common } },
  };
  if (scene.boundary !== undefined) {
    const properties = { PolicyDocument: doc(scene, scene.boundary) };
    resources.Boundary = { Type: 'AWS::IAM::ManagedPolicy', Properties: properties };
  }
  if (scene.endpoint !== undefined) {
    resources.Net = { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: '10.0.0.0/16' } };
    const properties = { VpcId: { Ref: 'Net' }, ServiceName: 'com.amazonaws.eu-west-1.s3' };
    resources.Door = {
      Type: 'AWS::EC2::VPCEndpoint',
      Properties: { ...properties, ...(scene.endpoint.length > 0 && { PolicyDocument: doc({}, scene.endpoint) }) },
    };
  }
  if (scene.group !== undefined) {
    const own: Json = [{ PolicyName: 'shared', PolicyDocument: doc(scene, scene.group) }];
    resources.Team = { Type: 'AWS::IAM::Group', Properties: { Policies: own } };
    resources.Joining = {
      Type: 'AWS::IAM::UserToGroupAddition',
      Properties: { GroupName: { Ref: 'Team' }, Users: [{ Ref: 'Caller' }] },
    };
  }
  return resources;
}

function targetTemplate(scene: Scene, action: string): Readonly<Record<string, Json>> {
  const [type, named] = targets[action.split(':')[0] ?? ''] ?? ['AWS::S3::Bucket', { BucketName: 'data' }];
  const policy = type === 'AWS::IAM::Role' ? 'AssumeRolePolicyDocument' : 'Policy';
  const properties: Json = {
    ...named,
    ...(scene.resource !== undefined && { [policy]: doc(scene, scene.resource) }),
    ...(scene.gate !== undefined && { Gate: scene.gate }),
    ...(scene.resourceTags !== undefined && { Tags: scene.resourceTags }),
    ...scene.target,
  };
  const parts = (scene.grants ?? []).map((grant, at): readonly [string, Json] => [
    `Grant${at}`,
    { Type: 'AWS::KMS::Grant', Properties: { KeyId: { Ref: 'Target' }, ...(grant as Readonly<Record<string, Json>>) } },
  ]);
  const aliases = (scene.aliases ?? []).map((name, at): readonly [string, Json] => [
    `Alias${at}`,
    { Type: 'AWS::KMS::Alias', Properties: { AliasName: name, TargetKeyId: { Ref: 'Target' } } },
  ]);
  const block: Readonly<Record<string, Json>> =
    scene.accountGate === undefined
      ? {}
      : {
          AccountBlock: {
            Type: 'AWS::S3::AccountPublicAccessBlock',
            Properties: { PublicAccessBlockConfiguration: scene.accountGate },
          },
        };
  const data = (scene.dataAccess ?? []).map((policy, at): readonly [string, Json] => [
    `Data${at}`,
    {
      Type: 'AWS::OpenSearchServerless::AccessPolicy',
      Properties: { Name: `data-${at}`, Type: 'data', Policy: JSON.stringify(policy) },
    },
  ]);
  const shares = (scene.shares ?? []).map((share, at): readonly [string, Json] => [
    `Share${at}`,
    {
      Type: 'AWS::RAM::ResourceShare',
      Properties: {
        Name: `share-${at}`,
        ResourceArns: [{ Ref: 'Target' }],
        ...(share as Readonly<Record<string, Json>>),
      },
    },
  ]);
  const others = Object.fromEntries([...parts, ...aliases, ...data, ...shares]);
  return { Target: { Type: type, Properties: properties }, ...others, ...block };
}

function pointTemplate({ point, pointOfRegions = false, pointVpc }: Scene): Readonly<Record<string, Json>> {
  if (point === undefined) return {};
  const block = { BlockPublicPolicy: false, RestrictPublicBuckets: false };
  if (pointOfRegions) {
    const properties = { Name: 'door', Regions: [{ Bucket: 'data' }], PublicAccessBlockConfiguration: block };
    return {
      Point: { Type: 'AWS::S3::MultiRegionAccessPoint', Properties: properties },
      PointPolicy: {
        Type: 'AWS::S3::MultiRegionAccessPointPolicy',
        Properties: { MrapName: { Ref: 'Point' }, Policy: doc({}, point) },
      },
    };
  }
  const properties = {
    Bucket: 'data',
    Name: 'door',
    Policy: doc({}, point),
    PublicAccessBlockConfiguration: block,
    ...(pointVpc !== undefined && { VpcConfiguration: { VpcId: pointVpc } }),
  };
  return { Point: { Type: 'AWS::S3::AccessPoint', Properties: properties } };
}

export function worldOfScene(scene: Scene, action: string): World {
  const owner = { here, there, unknown: '?other' }[scene.owner ?? 'here'];
  const atCaller = scene.pointOwner === 'here' || owner === here;
  const caller = { ...callerTemplate(scene), ...(atCaller && pointTemplate(scene)) };
  const target = { ...targetTemplate(scene, action), ...(!atCaller && pointTemplate(scene)) };
  const accounts = owner === here ? { [here]: { ...caller, ...target } } : { [here]: caller, [owner]: target };
  const guardrails = {
    management: scene.management ?? false,
    serviceControl: (scene.scp ?? []).map((level) => [policySource('scp', level)]),
    resourceControl: scene.rcp === undefined ? [] : [[policySource('rcp', scene.rcp)]],
  };
  const organization = { id: 'o-ours', accounts: new Map([[here, guardrails]]) };
  const access = scene.scp === undefined && scene.rcp === undefined ? {} : { access: { organization } };
  return worldOf(accounts, { parameters, conditions, ...access });
}

export function decideIn(scene: Scene, question: Question): Decision {
  const world = worldOfScene(scene, question.action);
  const on = world.idOf(question.action.startsWith('iam:') && question.arn === 'caller' ? 'Caller' : 'Target');
  const resource = world.base.resource(on);
  if (resource === undefined) throw new Error('no target');
  const arn: Text =
    question.arn === 'object'
      ? dataArn(resource)
      : question.arn === undefined
        ? (resource.arn ?? resource.name)
        : [question.arn];
  const who = question.who === undefined || question.who === 'caller' ? 'Caller' : question.who;
  return world.access.decide({
    caller: callerIn(scene, question, callerOf(who, world)),
    action: question.action,
    resource: arn,
    ...(question.arn !== '*' && { on }),
    ...(question.throughPoint === true && { through: world.idOf('Point') }),
    ...(question.from !== undefined && { from: placeOf(question.from, world) }),
    ...(question.context !== undefined && { context: new Map(Object.entries(question.context)) }),
  });
}

/** The caller with what the scene or the question says of session, token or source. */
function callerIn({ session: policies }: Scene, question: Question, caller: Caller): Caller {
  const { session, claims, onBehalfOf } = question;
  if (caller.kind === 'federated' && claims !== undefined) return { ...caller, claims: claimsOf(claims, caller) };
  if (caller.kind === 'service' && onBehalfOf !== undefined) {
    const { arn, account } = onBehalfOf;
    const source = { ...(arn !== undefined && { arn: [arn] }), ...(account !== undefined && { account: [account] }) };
    return { ...caller, onBehalfOf: source };
  }
  if (caller.kind !== 'resource' || (policies === undefined && session === undefined)) return caller;
  const passed = policies === undefined ? {} : { policies: [policySource('session', policies)] };
  return { ...caller, session: { ...sessionOf(session ?? { obtained: 'assume-role' }), ...passed } };
}

function sessionOf({ obtained, name, tags, sourceIdentity, multiFactor, provider, claims }: SessionSaid): Session {
  const token = { provider: [provider ?? ''], ...(claims !== undefined && { claims: saidClaims(claims) }) };
  return {
    obtained: obtained === 'web-identity' || obtained === 'saml' ? { kind: obtained, ...token } : { kind: obtained },
    ...(name !== undefined && { name: [name] }),
    ...(tags !== undefined && {
      tags: new Map(Object.entries(tags).map(([key, value]) => [key, { value: [value], transitive: false }])),
    }),
    ...(sourceIdentity !== undefined && { sourceIdentity: sourceIdentity === 'absent' ? 'absent' : [sourceIdentity] }),
    ...(multiFactor !== undefined && { multiFactor }),
  };
}

function claimsOf(said: ClaimsSaid | 'outsider', caller: Extract<Caller, { kind: 'federated' }>): Claims {
  if (said !== 'outsider') return saidClaims(said);
  const claims = outsidersClaims(literalOf(caller.provider) ?? '');
  if (claims === undefined) throw new Error('only shared issuers have outsiders');
  return claims;
}

function saidClaims(said: ClaimsSaid): Claims {
  return new Map(
    Object.entries(said).map(([claim, value]) => [
      claim,
      value === null ? { kind: 'absent' } : { kind: 'values', values: [[value]] },
    ]),
  );
}

function placeOf(from: NonNullable<Question['from']>, world: World): RequestPlace {
  const [where, addresses] = from.split(' ');
  if (where === 'internet') return { kind: 'internet', ...(addresses !== undefined && { addresses }) };
  const vpc = world.idOf('Net');
  return where === 'vpc' ? { kind: 'vpc', vpc } : { kind: 'vpc', vpc, endpoint: world.idOf('Door') };
}

/** `allow`, `allow if IsProd`, `deny: explicit-deny`, `conditional: environment aws:SourceIp`. */
export function describeDecision({ verdict, guard, conditions, blockedBy }: Decision): string {
  if (verdict === 'deny') return `deny: ${[...new Set(blockedBy.map(({ kind }) => kind))].join(', ')}`;
  const when = isAlways(guard) ? '' : ` if ${describeGuard(guard)}`;
  if (verdict === 'allow') return `allow${when}`;
  const open = [...new Set(conditions.map(({ control, key }) => `${control} ${key}`))];
  return `conditional: ${open.join(', ')}${when}`;
}
