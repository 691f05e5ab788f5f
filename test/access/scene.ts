import { dataArn } from '../../src/catalog/data-arn.ts';
import { describeGuard, isAlways } from '../../src/model/guard.ts';
import type { Caller, Decision, Session } from '../../src/model/questions.ts';
import type { Text } from '../../src/model/text.ts';
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
  /** Whose the resource is. The caller is always in `here`. */
  readonly owner?: 'here' | 'there' | 'unknown';
  readonly callerTags?: readonly Json[];
  readonly resourceTags?: readonly Json[];
  readonly version?: '2008-10-17';
  readonly management?: boolean;
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
  readonly session?: Session;
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
  };
  return { Target: { Type: type, Properties: properties } };
}

export function worldOfScene(scene: Scene, action: string): World {
  const owner = { here, there, unknown: '?other' }[scene.owner ?? 'here'];
  const caller = callerTemplate(scene);
  const target = targetTemplate(scene, action);
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
  const on = world.idOf('Target');
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
    caller: withSession(callerOf(who, world), scene, question),
    action: question.action,
    resource: arn,
    ...(question.arn !== '*' && { on }),
    ...(question.context !== undefined && { context: new Map(Object.entries(question.context)) }),
  });
}

/** The caller in a session, when the scene or the question says something of it. */
function withSession(caller: Caller, { session: policies }: Scene, { session }: Question): Caller {
  if (caller.kind !== 'resource' || (policies === undefined && session === undefined)) return caller;
  const passed = policies === undefined ? {} : { policies: [policySource('session', policies)] };
  return { ...caller, session: { obtained: { kind: 'assume-role' }, ...session, ...passed } };
}

/** `allow`, `allow if IsProd`, `deny: explicit-deny`, `conditional: environment aws:SourceIp`. */
export function describeDecision({ verdict, guard, conditions, blockedBy }: Decision): string {
  if (verdict === 'deny') return `deny: ${[...new Set(blockedBy.map(({ kind }) => kind))].join(', ')}`;
  const when = isAlways(guard) ? '' : ` if ${describeGuard(guard)}`;
  if (verdict === 'allow') return `allow${when}`;
  const open = [...new Set(conditions.map(({ control, key }) => `${control} ${key}`))];
  return `conditional: ${open.join(', ')}${when}`;
}
