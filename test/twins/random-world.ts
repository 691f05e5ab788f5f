// biome-ignore-all lint/suspicious/noTemplateCurlyInString: policy variables and Fn::Sub are written like this
import type { AccessOptions } from '../../src/define/access/access-options.ts';
import type { AccessRequest } from '../../src/model/access.ts';
import type { Caller, Session } from '../../src/model/caller.ts';
import { type Text, text } from '../../src/model/text.ts';
import { type Json, policySource, type World, worldOf } from '../access/world.ts';
import type { Draw } from './draw.ts';

/** What may decide about a request. Without one of them a world is the same but for that. */
export const features = [
  'deny',
  'not-elements',
  'boundary',
  'scp',
  'rcp',
  'resource-policy',
  'session',
  'unknown-key',
  'variable',
  'endpoint-policy',
  'federation',
  'grant',
  'acl',
  'block-public-access',
] as const;
export type Feature = (typeof features)[number];

const here = '111111111111';
const there = '222222222222';
const accounts = [here, there];

/** A statement and the features that it has. */
interface Said {
  readonly json: Readonly<Record<string, Json>>;
  readonly has: ReadonlySet<Feature>;
}

type Place = 'identity' | 'limit' | 'resource';

/** With the conditions on keys that are open: in most worlds none that callers write, since those take long to try. */
type Drawing = Draw & { readonly open: readonly Json[] };

const actionsOf: Readonly<Record<string, readonly string[]>> = {
  s3: ['s3:GetObject', 's3:PutObject', 's3:ListBucket'],
  sqs: ['sqs:SendMessage', 'sqs:ReceiveMessage'],
  kms: ['kms:Decrypt', 'kms:Encrypt', 'kms:PutKeyPolicy'],
  sts: ['sts:AssumeRole'],
  iam: ['iam:PassRole', 'iam:PutRolePolicy'],
};
const services = Object.keys(actionsOf);

/** A world with the accounts `here` and `there`, written down so that features can be left out of it. */
export interface Plan {
  build(without?: Feature): World;
}

export function randomPlan(from: Draw): Plan {
  const draw = { ...from, open: from.chance(0.2) ? [...openConditions, ...writtenConditions] : openConditions };
  const templates = Object.fromEntries(accounts.map((account) => [account, accountPlan(draw, account)]));
  const hasOrganization = draw.chance(0.8);
  const organizationPolicies = accounts.map((account) => ({
    account,
    levels: draw.some(0, 2, () => [guardrail(draw), ...draw.some(0, 1, () => statement(draw, 'limit', true))]),
    controls: draw.some(3, 5, () => controlStatement(draw)),
  }));
  return {
    build(without) {
      const written = Object.fromEntries(
        Object.entries(templates).map(([account, template]) => [account, template(without)]),
      );
      const options: { access?: AccessOptions } = hasOrganization
        ? { access: { organization: organizationOf(organizationPolicies, without) } }
        : {};
      return worldOf(written, { parameters, conditions, ...options });
    },
  };
}

const parameters: Json = { Open: { Type: 'String' }, Stage: { Type: 'String' } };
const conditions: Json = { IsProd: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] } };

type Template = (without?: Feature) => Readonly<Record<string, Json>>;

function kept(said: readonly Said[], without: Feature | undefined): readonly Json[] {
  return said
    .filter(({ has }) => without === undefined || without === 'unknown-key' || !has.has(without))
    .map(({ json, has }) => {
      if (without !== 'unknown-key' || !has.has('unknown-key')) return json;
      const { Condition: _, ...rest } = json;
      return rest;
    });
}

function documentOf(said: readonly Said[], without: Feature | undefined, version = '2012-10-17'): Json {
  return { Version: version, Statement: [...kept(said, without)] };
}

function organizationOf(
  plans: readonly {
    readonly account: string;
    readonly levels: readonly (readonly Said[])[];
    readonly controls: readonly Said[];
  }[],
  without: Feature | undefined,
): NonNullable<AccessOptions['organization']> {
  return {
    id: 'o-ours',
    accounts: new Map(
      plans.map(({ account, levels, controls }) => [
        account,
        {
          management: false,
          path: 'o-ours/r-1/ou-1/',
          serviceControl:
            without === 'scp' ? [] : levels.map((level) => [policySource('scp', [...kept(level, without)])]),
          resourceControl:
            without === 'rcp' || controls.length === 0 ? [] : [[policySource('rcp', [...kept(controls, without)])]],
        },
      ]),
    ),
  };
}

function guardrail(draw: Drawing): Said {
  const json = draw.chance(0.5)
    ? { Effect: 'Allow', Action: '*', Resource: '*' }
    : { Effect: 'Allow', Action: draw.some(2, 4, () => `${draw.one(services)}:*`), Resource: '*' };
  return { json, has: new Set() };
}

function controlStatement(draw: Drawing): Said {
  const said = statement(draw, 'limit', false);
  return { json: { ...said.json, Effect: 'Deny', Principal: '*' }, has: new Set([...said.has, 'deny']) };
}

const roles = (account: string) => ['app', 'ops', 'ci'].map((name) => `arn:aws:iam::${account}:role/${name}`);

function principalOf(draw: Drawing): Json {
  const account = draw.one(accounts);
  return draw.one<Json>([
    '*',
    { AWS: '*' },
    { AWS: `arn:aws:iam::${account}:root` },
    { AWS: account },
    { AWS: draw.one(roles(account)) },
    { AWS: draw.one(roles(account)) },
    { AWS: [...roles(account)].slice(0, 2) },
    { AWS: `arn:aws:iam::${account}:user/ann` },
    { AWS: `arn:aws:sts::${account}:assumed-role/app/nightly` },
    { AWS: { Ref: 'Open' } },
    { Service: 'sns.amazonaws.com' },
  ]);
}

const resourceTexts: readonly Json[] = [
  '*',
  '*',
  '*',
  'arn:aws:s3:::*',
  'arn:aws:s3:::data-111111111111',
  'arn:aws:s3:::data-*/*',
  'arn:aws:s3:::data-111111111111/public/*',
  'arn:aws:sqs:*:*:jobs',
  'arn:aws:sqs:eu-west-1:111111111111:*',
  'arn:aws:iam::*:role/app',
  'arn:aws:iam::222222222222:role/*',
  'arn:aws:kms:*:*:key/*',
  { 'Fn::GetAtt': ['Key', 'Arn'] },
  { 'Fn::Sub': 'arn:aws:sqs:eu-west-1:111111111111:${Open}' },
];
const variableTexts: readonly Json[] = [
  'arn:aws:s3:::data-${aws:PrincipalAccount}*',
  'arn:aws:sqs:*:*:${aws:PrincipalTag/team}',
  "arn:aws:iam::${aws:PrincipalAccount}:role/${aws:PrincipalTag/team, 'app'}",
  'arn:aws:*:*:${aws:PrincipalAccount}:*',
];

const knownConditions: readonly Json[] = [
  { StringEquals: { 'aws:PrincipalAccount': here } },
  { StringNotEquals: { 'aws:PrincipalAccount': there } },
  { StringEquals: { 'aws:PrincipalOrgID': 'o-ours' } },
  { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/app' } },
  { ArnNotLike: { 'aws:PrincipalArn': ['arn:aws:iam::*:role/ops', 'arn:aws:iam::*:user/*'] } },
  { StringEquals: { 'aws:PrincipalTag/team': 'jobs' } },
  { StringEqualsIfExists: { 'aws:ResourceTag/team': 'jobs' } },
  { StringEquals: { 'aws:ResourceTag/team': '${aws:PrincipalTag/team}' } },
  { Null: { 'aws:PrincipalTag/team': 'true' } },
  { Bool: { 'aws:PrincipalIsAWSService': 'false' } },
  { StringNotEquals: { 'aws:RequestedRegion': 'us-east-1' } },
  { StringEquals: { 'aws:RequestedRegion': ['eu-west-1', 'eu-central-1'] } },
  { DateGreaterThan: { 'aws:CurrentTime': '2020-01-01T00:00:00Z' } },
  { 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': 'o-ours/*' } },
  { DateLessThan: { 'aws:TokenIssueTime': '2020-01-01T00:00:00Z' } },
];
const openConditions: readonly Json[] = [
  { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } },
  { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } },
  { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
  { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } },
  { StringEquals: { 'sts:ExternalId': 'x' } },
  { DateLessThan: { 'aws:TokenIssueTime': '2026-01-30T00:00:00Z' } },
  { StringNotEquals: { 'aws:SourceVpce': 'vpce-1' } },
  { StringEquals: { 'custom:thing': 'x' } },
];
const writtenConditions: readonly Json[] = [
  { StringLike: { 'aws:UserAgent': 'agent*' } },
  { Bool: { 'aws:SecureTransport': 'false' } },
  { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['a', 'b'] } },
];

function actionsFor(draw: Drawing): Json {
  const service = draw.one(services);
  const actions = actionsOf[service] ?? [];
  return draw.one<Json>([
    '*',
    `${service}:*`,
    `${service}:*`,
    draw.one(actions),
    [...actions],
    [draw.one(actions), `${draw.one(services)}:*`],
    `${draw.one(actions).slice(0, -3)}*`,
    { Ref: 'Open' },
  ]);
}

/** `isPlain`: from outside of a template, without its parameters and conditions. */
function statement(draw: Drawing, place: Place, isPlain: boolean): Said {
  const has = new Set<Feature>();
  const add = (feature: Feature, probability: number) => {
    const drawn = draw.chance(probability);
    if (drawn) has.add(feature);
    return drawn;
  };
  const effect = add('deny', place === 'identity' ? 0.2 : 0.25) ? 'Deny' : 'Allow';
  const isNot = add('not-elements', 0.12);
  const notAction = isNot && draw.chance(0.5);
  const isVariable = add('variable', 0.26);
  const condition = add('unknown-key', 0.3)
    ? draw.one(draw.open)
    : draw.chance(0.2)
      ? draw.one(knownConditions)
      : undefined;
  const json = {
    Effect: effect,
    [notAction ? 'NotAction' : 'Action']: actionsFor(draw),
    [isNot && !notAction ? 'NotResource' : 'Resource']: draw.one(isVariable ? variableTexts : resourceTexts),
    ...(condition !== undefined && { Condition: condition }),
  };
  const filled = isPlain ? (withoutTemplate(json) as Readonly<Record<string, Json>>) : json;
  return { json: filled, has };
}

/** Documents from outside of a template have no parameters, and no attributes of its resources. */
function withoutTemplate(json: Json): Json {
  return JSON.parse(
    JSON.stringify(json)
      .replaceAll(/\{"Ref":"Open"\}/g, '"s3:*"')
      .replaceAll(/\{"Fn::GetAtt":\["Key","Arn"\]\}/g, '"arn:aws:kms:*:*:key/*"')
      .replaceAll(/\{"Fn::Sub":"([^"]*)\$\{Open\}"\}/g, '"$1jobs"'),
  ) as Json;
}

function resourceStatement(draw: Drawing, service: string): Said {
  const said = statement(draw, 'resource', false);
  const has = new Set<Feature>([...said.has, 'resource-policy']);
  const isNot = draw.chance(0.1);
  if (isNot) has.add('not-elements');
  const { Condition, ...rest } = said.json;
  const actions = draw.chance(0.7)
    ? { Action: draw.one<Json>([`${service}:*`, draw.one(actionsOf[service] ?? ['*'])]) }
    : {};
  const own = draw.chance(0.6) ? { Resource: '*' } : {};
  const json = {
    ...rest,
    ...('NotAction' in rest ? {} : actions),
    ...('NotResource' in rest ? {} : own),
    [isNot ? 'NotPrincipal' : 'Principal']: principalOf(draw),
    ...(Condition !== undefined && { Condition }),
  };
  return { json, has };
}

function trustStatement(draw: Drawing): Said {
  if (draw.chance(0.35)) return federatedTrust(draw);
  const condition = draw.chance(0.25) ? draw.one([...draw.open, ...knownConditions]) : undefined;
  const json = {
    Effect: draw.chance(0.1) ? 'Deny' : 'Allow',
    Principal: principalOf(draw),
    Action: 'sts:AssumeRole',
    ...(condition !== undefined && { Condition: condition }),
  };
  return { json, has: new Set(json.Effect === 'Deny' ? ['resource-policy', 'deny'] : ['resource-policy']) };
}

function federatedTrust(draw: Drawing): Said {
  const host = draw.one(['token.actions.githubusercontent.com', 'id.example.com']);
  const condition = draw.one<Json>([
    { StringEquals: { [`${host}:aud`]: 'sts.amazonaws.com' } },
    { StringLike: { [`${host}:sub`]: 'repo:ours/*' } },
    { 'ForAllValues:StringEquals': { [`${host}:sub`]: 'repo:ours/app' } },
    { StringEquals: { [`${host}:repository_id`]: '1' } },
  ]);
  const json = {
    Effect: 'Allow',
    Principal: { Federated: `arn:aws:iam::${draw.one(accounts)}:oidc-provider/${host}` },
    Action: 'sts:AssumeRoleWithWebIdentity',
    ...(draw.chance(0.7) && { Condition: condition }),
  };
  return { json, has: new Set(['federation']) };
}

function underCondition(draw: Drawing): Json {
  return draw.chance(0.1) ? { Condition: 'IsProd' } : {};
}

/** Three roles, two users, a group, shared policies, two buckets, a queue, a key and an endpoint. */
function accountPlan(draw: Drawing, account: string): Template {
  const shared = draw.some(2, 2, () => draw.some(1, 3, () => statement(draw, 'identity', false)));
  const bounds = draw.some(1, 3, () => statement(draw, 'limit', false));
  const isBroad = draw.chance(0.4);
  const broad: Said = { json: { Effect: 'Allow', Action: '*', Resource: '*' }, has: new Set() };
  const boundary = isBroad ? [broad, ...bounds] : bounds;
  const identities = ['app', 'ops', 'ci', 'ann', 'bob'].map((name) => identityPlan(draw, name));
  const holders = [
    holderPlan(draw, 'Data', ['AWS::S3::Bucket', { BucketName: `data-${account}` }, 's3']),
    holderPlan(draw, 'Made', ['AWS::S3::Bucket', {}, 's3']),
    holderPlan(draw, 'Jobs', ['AWS::SQS::Queue', { QueueName: 'jobs' }, 'sqs']),
    holderPlan(draw, 'Key', ['AWS::KMS::Key', {}, 'kms']),
  ];
  const endpoint = draw.some(1, 2, () => ({ ...resourceEndpoint(draw), has: new Set<Feature>(['endpoint-policy']) }));
  const grants = draw.some(9, 15, () => {
    const operations = draw.some(1, 2, () => draw.one(['Decrypt', 'Encrypt']));
    const grantee = draw.one(roles(draw.one(accounts)));
    // Some are made in the account of whom they let in, the others in that of the key.
    const isOwn = operations.length === 1;
    return {
      Operations: operations,
      GranteePrincipal: grantee,
      ...(isOwn && { IssuingAccount: `arn:aws:iam::${grantee.split(':')[4]}:root` }),
    };
  });
  const policy = (said: readonly Said[], without?: Feature): Json => ({
    Type: 'AWS::IAM::ManagedPolicy',
    Properties: { PolicyDocument: documentOf(said, without) },
  });
  return (without) => ({
    ...Object.fromEntries(shared.map((said, at) => [`Shared${at}`, policy(said, without)])),
    Boundary: policy(boundary, without),
    Team: { Type: 'AWS::IAM::Group', Properties: { ManagedPolicyArns: [{ Ref: 'Shared0' }] } },
    ...Object.assign({}, ...identities.map((one) => one(without))),
    ...Object.assign({}, ...holders.map((one) => one(without))),
    Net: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: '10.0.0.0/16' } },
    Door: {
      Type: 'AWS::EC2::VPCEndpoint',
      Properties: {
        VpcId: { Ref: 'Net' },
        ServiceName: 'com.amazonaws.eu-west-1.s3',
        ...(without !== 'endpoint-policy' && { PolicyDocument: documentOf(endpoint, without) }),
      },
    },
    ...(without === 'grant'
      ? {}
      : Object.fromEntries(
          grants.map((grant, at) => [
            `Grant${at}`,
            { Type: 'AWS::KMS::Grant', Properties: { KeyId: { Ref: 'Key' }, ...grant } },
          ]),
        )),
  });
}

function resourceEndpoint(draw: Drawing): { readonly json: Readonly<Record<string, Json>> } {
  return {
    json: {
      Effect: 'Allow',
      Principal: '*',
      Action: draw.one<Json>(['*', 's3:Get*', 's3:*', ['sqs:*', 'kms:*', 'sts:*']]),
      Resource: draw.one<Json>(['*', '*', 'arn:aws:s3:::data-*']),
    },
  };
}

function identityPlan(draw: Drawing, name: string): Template {
  const isUser = name === 'ann' || name === 'bob';
  const inline = draw.some(0, 3, () => statement(draw, 'identity', false));
  const attached = [0, 1].filter(() => draw.chance(0.6));
  const isBounded = draw.chance(0.55);
  const trusting = draw.some(1, 3, () => trustStatement(draw));
  const tags = draw.chance(0.5) ? [{ Key: 'team', Value: draw.one(['jobs', 'app']) }] : [];
  const version = draw.chance(0.1) ? '2008-10-17' : '2012-10-17';
  const under = underCondition(draw);
  return (without) => {
    const properties = {
      ...(isUser ? { UserName: name, ...(name === 'ann' && { Groups: [{ Ref: 'Team' }] }) } : { RoleName: name }),
      ...(!isUser && {
        AssumeRolePolicyDocument: documentOf(
          without === 'resource-policy' ? trusting.slice(0, 1) : trusting,
          undefined,
        ),
      }),
      Policies:
        inline.length === 0 ? [] : [{ PolicyName: 'own', PolicyDocument: documentOf(inline, without, version) }],
      ManagedPolicyArns: attached.map((at): Json => ({ Ref: `Shared${at}` })),
      Tags: tags,
      ...(isBounded && without !== 'boundary' && { PermissionsBoundary: { Ref: 'Boundary' } }),
    };
    if (!isUser) properties.AssumeRolePolicyDocument = documentOf(trusting, without);
    return {
      [name]: {
        Type: isUser ? 'AWS::IAM::User' : 'AWS::IAM::Role',
        ...(under as Readonly<Record<string, Json>>),
        Properties: properties,
      },
    };
  };
}

function holderPlan(
  draw: Drawing,
  name: string,
  [type, named, service]: readonly [string, Readonly<Record<string, Json>>, string],
): Template {
  const hasPolicy = draw.chance(0.75);
  const said = draw.some(1, 3, () => resourceStatement(draw, service));
  const delegates: Said = {
    json: {
      Effect: 'Allow',
      Principal: { AWS: { 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:root' } },
      Action: `${service}:*`,
      Resource: '*',
    },
    has: new Set(),
  };
  const statements = service === 'kms' && draw.chance(0.4) ? [delegates, ...said] : said;
  const gate = draw.one<Json | undefined>([
    undefined,
    { Policies: true, Acls: true },
    { Policies: true, Acls: true, Acl: 'read' },
    { Policies: true, Acls: true, Acl: 'read-write' },
    { Policies: false, Acls: false, Acl: 'read' },
    { Policies: true, Acls: false, Acl: draw.one(['read-write', 'authenticated-read']) },
    { Policies: false, Acls: false, Grants: ['READ canonical-user abc', 'WRITE all-users'] },
  ]);
  const tags = draw.chance(0.5) ? [{ Key: 'team', Value: draw.one(['jobs', 'app']) }] : [];
  const under = underCondition(draw);
  return (without) => ({
    [name]: {
      Type: type,
      ...(under as Readonly<Record<string, Json>>),
      Properties: {
        ...named,
        Tags: tags,
        ...(hasPolicy && { Policy: documentOf(statements, without) }),
        ...(service === 's3' && gate !== undefined && { Gate: gateWithout(gate, without) }),
      },
    },
  });
}

function gateWithout(gate: Json, without: Feature | undefined): Json {
  const { Acl, Grants, ...flags } = gate as Readonly<Record<string, Json>>;
  if (without === 'acl') return flags;
  if (without !== 'block-public-access') return gate;
  return { ...(Acl !== undefined && { Acl }), ...(Grants !== undefined && { Grants }), Policies: false, Acls: false };
}

/** A request that can be asked in a world with or without some feature. */
export type Asking = (world: World, without?: Feature) => AccessRequest;

/**
 * `open`: what is up to the caller is left to him (which object, keys that he writes, name of the session), so that an
 * engine tries what suits him. `spelled-out`: the request says it all, which is decided many times as fast.
 */
export type Manner = 'open' | 'spelled-out';

export function randomRequest(drawing: Draw, manner: Manner = 'open'): Asking {
  const draw = { ...drawing, open: openConditions };
  const kind = draw.one(['s3', 's3', 's3', 's3', 'sqs', 'kms', 'kms', 'kms', 'kms', 'sts', 'sts', 'iam'] as const);
  if (draw.chance(0.08)) return federatedRequest(draw);
  const action = draw.one(actionsOf[kind] ?? ['s3:GetObject']);
  const account = draw.one(accounts);
  const isOpen = manner === 'open';
  const caller = randomCaller(draw, kind === 's3', isOpen ? undefined : draw.one(['nightly', 'daily']));
  const from = draw.chance(0.32) ? draw.one(accounts) : undefined;
  const context = isOpen ? (draw.chance(0.1) ? draw.one(contexts) : undefined) : spelledOut(draw);
  const object = isOpen ? anyKey : draw.one(['public/a', 'public/', 'private']);
  const given = draw.chance(0.1) ? action.toUpperCase() : action;
  const name = {
    s3: draw.one(['Data', 'Data', 'Made']),
    sqs: 'Jobs',
    kms: 'Key',
    sts: draw.one(['app', 'ops', 'ci']),
    iam: draw.one(['app', 'ci']),
  }[kind];
  return (world, without) => {
    const on = idIn(world, account, name);
    return {
      caller: caller(world, without),
      action: given,
      resource: resourceText(world, on, action.endsWith('Object') ? object : undefined),
      on,
      ...(context !== undefined && { context }),
      ...(from !== undefined && {
        from: { kind: 'vpc', vpc: idIn(world, from, 'Net'), endpoint: idIn(world, from, 'Door') },
      }),
    };
  };
}

const contexts = [
  new Map([['aws:UserAgent', ['agent-x']]]),
  new Map([['AWS:SecureTransport', ['true']]]),
  new Map<string, 'absent'>([['sts:ExternalId', 'absent']]),
  new Map([['aws:MultiFactorAuthPresent', ['true']]]),
];

/** Values of all keys of conditions that callers write. */
function spelledOut(draw: Draw): AccessRequest['context'] {
  return new Map<string, readonly string[] | 'absent'>([
    ['sts:ExternalId', draw.one(['absent', ['x'], ['y']] as const)],
    ['aws:UserAgent', draw.one(['absent', ['agent-x'], ['browser']] as const)],
    ['aws:TagKeys', draw.one(['absent', ['a'], ['a', 'c'], []] as const)],
    ['AWS:SecureTransport', [draw.one(['true', 'false'])]],
  ]);
}

function idIn(world: World, account: string, name: string) {
  const found = world.base.resources.find((one) => one.address === name && one.deployment === `in-${account}`);
  if (found === undefined) throw new Error(`no ${name} in ${account}`);
  return found.id;
}

function resourceText(world: World, on: AccessRequest['on'], object?: Text[number]): Text {
  const resource = on === undefined ? undefined : world.base.resource(on);
  const arn = resource?.arn ?? resource?.name ?? [];
  return object === undefined ? arn : text(...arn, '/', object);
}

const anyKey = { symbol: 'object:key', kind: 'expression', settledBy: 'the object that is asked for' } as const;

/** Buckets are what strangers are after. */
function randomCaller(
  draw: Drawing,
  isBucket: boolean,
  sessionName: string | undefined,
): (world: World, without?: Feature) => Caller {
  const account = draw.one(accounts);
  const who = draw.number(isBucket ? 12 : 20);
  if (who === 0) return () => ({ kind: 'anonymous' });
  if (who === 1) return () => ({ kind: 'any-aws-account' });
  if (who === 2) return () => ({ kind: 'account', account: ['333333333333'], canonicalUser: 'abc' });
  if (who === 3) return () => ({ kind: 'service', service: 'sns.amazonaws.com', onBehalfOf: { account: [account] } });
  const name = draw.one(['app', 'ops', 'ci', 'ann', 'bob']);
  const passed = draw.chance(0.32) ? draw.some(1, 2, () => statement(draw, 'limit', true)) : undefined;
  const session: Session | undefined = draw.chance(0.2)
    ? { obtained: { kind: draw.one(['assume-role', 'workload']) } }
    : undefined;
  const user: Session | undefined = draw.chance(0.2)
    ? { obtained: { kind: draw.one(['user-key', 'session-token']) }, multiFactor: draw.chance(0.5) }
    : undefined;
  return (world, without) => {
    const resource = idIn(world, account, name);
    const base = name === 'ann' || name === 'bob' ? user : session;
    const policies =
      passed === undefined || without === 'session' ? undefined : [policySource('session', [...kept(passed, without)])];
    const isNamed = sessionName !== undefined && base !== user;
    if (base === undefined && policies === undefined && !isNamed) return { kind: 'resource', resource };
    return {
      kind: 'resource',
      resource,
      session: {
        obtained: { kind: 'assume-role' },
        ...base,
        ...(isNamed && { name: [sessionName] }),
        ...(policies !== undefined && { policies }),
      },
    };
  };
}

function federatedRequest(draw: Drawing): Asking {
  const account = draw.one(accounts);
  const role = draw.one(['app', 'ops', 'ci']);
  const host = draw.one(['token.actions.githubusercontent.com', 'id.example.com']);
  const claims = draw.one([
    undefined,
    new Map([['sub', { kind: 'values', values: [['repo:ours/app']] } as const]]),
    new Map([['sub', { kind: 'absent' } as const]]),
  ]);
  return (world) => {
    const on = idIn(world, account, role);
    return {
      caller: { kind: 'federated', provider: [host], ...(claims !== undefined && { claims }) },
      action: 'sts:AssumeRoleWithWebIdentity',
      resource: resourceText(world, on),
      on,
    };
  };
}
