import { readPolicies } from '../../src/catalog/read-policy.ts';
import type { OrganizationPolicies } from '../../src/define/access/access-options.ts';
import { always } from '../../src/model/guard.ts';
import { type DeploymentId, id } from '../../src/model/id.ts';
import { createOrigins, type Origin } from '../../src/model/origin.ts';
import type { PolicySource } from '../../src/model/policy.ts';
import type { Deployment, Resource } from '../../src/model/resource.ts';
import type { Value } from '../../src/model/value.ts';
import { kinds } from './kinds.ts';
import {
  documentOf,
  identityStatement,
  type Json,
  managedPolicies,
  type Named,
  resourcePolicy,
  type Surroundings,
  trustPolicy,
} from './policies.ts';
import { createRandom, type Random } from './random.ts';

/** One connected organization, as if it had been read from its accounts. */
export interface Organization {
  readonly resources: readonly Resource[];
  readonly deployments: readonly Deployment[];
  readonly policies: OrganizationPolicies;
  readonly seed: number;
}

const PRINCIPALS_PER_ACCOUNT = 500;
const RESOURCES_PER_PRINCIPAL = 10;

/**
 * Accounts of 500 principals and ten times as many resources, under service control policies. Policies are shared by power
 * law; 20 % of the statements are wildcards, 5 % Deny, 10 % stand under conditions; roles and resources trust other accounts.
 */
export function organizationOf(
  principals: number,
  seed: number,
  perAccount: number = PRINCIPALS_PER_ACCOUNT,
): Organization {
  const random = createRandom(seed);
  const origin = createOrigins().source('organization', 1, 1, 1);
  const count = Math.max(1, Math.round(principals / perAccount));
  const accounts = Array.from({ length: count }, (_, at) => String(100_000_000_000 + at));
  const each = Math.round(principals / count);
  const roleNames = accounts.map((account) =>
    Array.from({ length: Math.round(each * 0.9) }, (_, at) => roleArn(account, at)),
  );
  const anyRole = () => random.one(random.one(roleNames));
  const resources: Resource[] = [];
  accounts.forEach((account, at) => {
    const draft = { random, origin, account, accounts, anyRole, roles: roleNames[at] ?? [] };
    resources.push(...accountResources(draft, each));
  });
  return {
    resources,
    deployments: accounts.map((account) => deploymentOf(account, origin)),
    policies: guardrails(accounts, origin),
    seed,
  };
}

interface Draft {
  readonly random: Random;
  readonly origin: Origin;
  readonly account: string;
  readonly accounts: readonly string[];
  readonly roles: readonly string[];
  anyRole(): string;
}

const TEAMS = 20;

function roleArn(account: string, at: number): string {
  return `arn:aws:iam::${account}:role/team-${at % TEAMS}-role-${at}`;
}

function deploymentOf(account: string, origin: Origin): Deployment {
  return {
    id: id<DeploymentId>(`account-${account}`),
    account: [account],
    region: ['eu-west-1'],
    partition: ['aws'],
    origin,
    role: 'subject',
    completeness: 'complete',
    parameters: [],
  };
}

function accountResources(draft: Draft, principals: number): readonly Resource[] {
  const named = namedResources(draft, principals * RESOURCES_PER_PRINCIPAL);
  const around: Surroundings = { account: draft.account, resources: named, roles: draft.roles };
  const shared = managedPolicies(draft.random, around, Math.round(principals / 8)).map((document, at) =>
    resourceOf(draft, 'AWS::IAM::ManagedPolicy', `arn:aws:iam::${draft.account}:policy/shared-${at}`, {
      PolicyDocument: document,
    }),
  );
  const attached = shared.flatMap(({ arn }) => (typeof arn?.[0] === 'string' ? [arn[0]] : []));
  const roles = draft.roles.map((arn, at) => role(draft, { arn, at, around, attached }));
  const users = Array.from({ length: principals - roles.length }, (_, at) => user(draft, { at, around, attached }));
  return [...shared, ...roles, ...users, ...named.flatMap((one) => holder(draft, one))];
}

/** Names carry account and team, so that patterns of policies can mean those of a team. */
function namedResources({ account }: Draft, count: number): readonly Named[] {
  const whole = kinds.reduce((sum, { share }) => sum + share, 0);
  return kinds.flatMap((kind) =>
    Array.from({ length: Math.round((count * kind.share) / whole) }, (_, at) => ({
      kind,
      arn: kind.arn(account, `${account}-team-${at % TEAMS}-${at}`),
    })),
  );
}

interface Member {
  readonly around: Surroundings;
  readonly attached: readonly string[];
  readonly at: number;
}

function ownPolicies({ random }: Draft, { around, attached, at }: Member): Readonly<Record<string, Json>> {
  const inline = random.chance(0.5)
    ? [
        {
          PolicyName: 'own',
          PolicyDocument: documentOf(
            Array.from({ length: 1 + random.below(3) }, () => identityStatement(random, around)),
          ),
        },
      ]
    : [];
  const managed = new Set(
    Array.from({ length: 1 + random.below(3) }, () => attached[random.early(attached.length)] ?? ''),
  );
  return {
    Policies: inline,
    ManagedPolicyArns: [...managed],
    Tags: [{ Key: 'team', Value: `team-${at % TEAMS}` }],
    ...(random.chance(0.1) && { PermissionsBoundary: attached[random.early(attached.length)] ?? '' }),
  };
}

function role(draft: Draft, member: Member & { readonly arn: string }): Resource {
  const { random, account, accounts, anyRole } = draft;
  return resourceOf(draft, 'AWS::IAM::Role', member.arn, {
    AssumeRolePolicyDocument: trustPolicy(random, { account, accounts, anyRole }),
    ...ownPolicies(draft, member),
  });
}

function user(draft: Draft, member: Member): Resource {
  const arn = `arn:aws:iam::${draft.account}:user/user-${member.at}`;
  return resourceOf(draft, 'AWS::IAM::User', arn, ownPolicies(draft, member));
}

/** The resource, and its policy where that is a resource of its own. */
function holder(draft: Draft, named: Named): readonly Resource[] {
  const { random, account, accounts, anyRole } = draft;
  const { kind, arn } = named;
  const policy = resourcePolicy(random, named, { account, accounts, anyRole });
  const tags = [
    { Key: 'team', Value: `team-${random.below(TEAMS)}` },
    { Key: 'stage', Value: random.one(['prod', 'test']) },
  ];
  const self = resourceOf(draft, kind.type, arn, {
    Tags: tags,
    ...(kind.service === 'kms' && policy !== undefined && { KeyPolicy: policy }),
  });
  if (policy === undefined || kind.service === 'kms') return [self];
  return [self, attachment(draft, { named, policy, self })];
}

function attachment(
  draft: Draft,
  { named, policy, self }: { readonly named: Named; readonly policy: Json; readonly self: Resource },
): Resource {
  const name = typeof self.name[0] === 'string' ? self.name[0] : '';
  const types: Readonly<Record<string, readonly [type: string, to: Readonly<Record<string, Json>>]>> = {
    s3: ['AWS::S3::BucketPolicy', { Bucket: name, PolicyDocument: policy }],
    sqs: [
      'AWS::SQS::QueuePolicy',
      { Queues: [`https://sqs.eu-west-1.amazonaws.com/${draft.account}/${name}`], PolicyDocument: policy },
    ],
    sns: ['AWS::SNS::TopicPolicy', { Topics: [named.arn], PolicyDocument: policy }],
    secretsmanager: ['AWS::SecretsManager::ResourcePolicy', { SecretId: named.arn, ResourcePolicy: policy }],
  };
  const [type, properties] = types[named.kind.service] ?? ['AWS::S3::BucketPolicy', {}];
  return resourceOf(draft, type, `${named.arn}#policy`, properties);
}

function resourceOf(
  { account, origin }: Draft,
  type: string,
  arn: string,
  properties: Readonly<Record<string, Json>>,
): Resource {
  const value = jsonValue(properties, origin);
  if (value.kind !== 'map') throw new Error('properties are a map');
  return {
    id: id(`account-${account}/${arn}`),
    type,
    address: arn,
    deployment: id<DeploymentId>(`account-${account}`),
    guard: always,
    properties: value,
    origin,
    name: [arn.slice(Math.max(arn.lastIndexOf('/'), arn.lastIndexOf(':')) + 1)],
    arn: [arn],
    aliases: [],
    onDelete: 'delete',
    onReplace: 'delete',
    dependsOn: [],
    suppressions: [],
  };
}

function jsonValue(json: Json, origin: Origin): Value {
  if (Array.isArray(json)) return { kind: 'list', items: json.map((item: Json) => jsonValue(item, origin)), origin };
  if (typeof json === 'object' && json !== null)
    return {
      kind: 'map',
      entries: new Map(Object.entries(json).map(([key, item]) => [key, jsonValue(item as Json, origin)])),
      origin,
    };
  return { kind: 'literal', value: json as string | number | boolean | null, origin };
}

/** Root and one unit in between; a few accounts are kept from more. */
function guardrails(accounts: readonly string[], origin: Origin): OrganizationPolicies {
  const source = (name: string, statements: readonly Json[]): PolicySource => {
    const [document] = readPolicies(jsonValue(documentOf(statements), origin));
    if (document === undefined) throw new Error('no policy');
    return { name, kind: 'scp', document };
  };
  const full = source('FullAWSAccess', [{ Effect: 'Allow', Action: '*', Resource: '*' }]);
  const root = source('root', [
    { Effect: 'Deny', Action: ['organizations:LeaveOrganization', 'cloudtrail:StopLogging'], Resource: '*' },
  ]);
  const strict = source('strict', [
    {
      Effect: 'Deny',
      Action: ['iam:Create*', 'iam:Attach*', 'iam:Put*'],
      Resource: '*',
      Condition: { ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/team-0-*' } },
    },
  ]);
  return {
    id: 'o-bench',
    accounts: new Map(
      accounts.map((account, at) => [
        account,
        {
          management: at === 0,
          path: 'o-bench/r-1/ou-1/',
          serviceControl: [[full, root], [full], at % 3 === 1 ? [full, strict] : [full]],
          resourceControl: [],
        },
      ]),
    ),
  };
}
