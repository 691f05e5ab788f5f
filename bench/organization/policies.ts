// biome-ignore-all lint/suspicious/noTemplateCurlyInString: policy variables are written like this

import { type Kind, kinds } from './kinds.ts';
import type { Random } from './random.ts';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };
type Statement = Readonly<Record<string, Json>>;

/** A resource that statements can name. */
export interface Named {
  readonly kind: Kind;
  readonly arn: string;
}

/** What statements of an account can be about. */
export interface Surroundings {
  readonly account: string;
  readonly resources: readonly Named[];
  readonly roles: readonly string[];
}

const conditions: readonly Json[] = [
  { IpAddress: { 'aws:SourceIp': ['198.51.100.0/24'] } },
  { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
  { StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } },
  { StringEquals: { 'aws:ResourceTag/team': '${aws:PrincipalTag/team}' } },
  { StringEquals: { 'aws:PrincipalTag/team': 'team-1' } },
  { StringEquals: { 'aws:ResourceTag/stage': 'prod' } },
  { StringEquals: { 'aws:PrincipalOrgID': 'o-bench' } },
  { Bool: { 'aws:SecureTransport': 'true' } },
];

const PERCENT = 0.01;

/** A statement of an identity policy: 20 % wildcard, 5 % Deny, 10 % under a condition. */
export function identityStatement(random: Random, around: Surroundings): Statement {
  const effect = random.chance(5 * PERCENT) ? 'Deny' : 'Allow';
  const condition = random.chance(10 * PERCENT) ? { Condition: random.one(conditions) } : {};
  const said = random.chance(20 * PERCENT) ? wildcard(random, around) : narrow(random, around);
  return { Effect: effect, ...said, ...condition };
}

function wildcard(random: Random, { account }: Surroundings): Statement {
  const kind = random.one(kinds);
  return random.one<Statement>([
    { Action: `${kind.service}:*`, Resource: '*' },
    { Action: [`${kind.service}:Get*`, `${kind.service}:List*`, `${kind.service}:Describe*`], Resource: '*' },
    { Action: kind.actions, Resource: '*' },
    { Action: kind.actions, Resource: kind.arn(account, 'team-*') },
    { Action: `${kind.service}:*`, Resource: kind.arn('*', `${account}-team-${random.below(20)}-*`) },
    {
      Action: ['iam:Get*', 'iam:List*', 'sts:AssumeRole'],
      Resource: `arn:aws:iam::${account}:role/team-${random.below(20)}-*`,
    },
  ]);
}

function narrow(random: Random, { resources, roles }: Surroundings): Statement {
  if (roles.length > 0 && random.chance(5 * PERCENT))
    return { Action: random.one(['iam:PassRole', 'sts:AssumeRole']), Resource: random.one(roles) };
  const named = random.one(resources);
  const { kind, arn } = named;
  const isBucket = kind.service === 's3';
  return {
    Action: random.chance(0.5) ? kind.actions : random.one(kind.actions),
    Resource: isBucket ? [arn, `${arn}/*`] : arn,
  };
}

/** Policies of the whole organization's making, of which a few are attached to very many. */
export function managedPolicies(random: Random, around: Surroundings, count: number): readonly Json[] {
  const known: readonly (readonly Statement[])[] = [
    [{ Effect: 'Allow', Action: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'], Resource: '*' }],
    [{ Effect: 'Allow', Action: kinds.map(({ service }) => `${service}:Get*`), Resource: '*' }],
    [
      {
        Effect: 'Allow',
        Action: kinds.flatMap(({ service }) => [`${service}:List*`, `${service}:Describe*`]),
        Resource: '*',
      },
    ],
    [
      {
        Effect: 'Deny',
        Action: ['iam:*', 'organizations:*'],
        Resource: '*',
        Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'false' } },
      },
    ],
    [{ Effect: 'Allow', NotAction: ['iam:*', 'organizations:*'], Resource: '*' }],
    [{ Effect: 'Allow', Action: '*', Resource: '*' }],
  ];
  const own = Array.from({ length: Math.max(0, count - known.length) }, () => [
    identityStatement(random, around),
    identityStatement(random, around),
  ]);
  // Administrators stand late, so that few have what they have.
  return [...known.slice(0, 3), ...own.slice(0, 10), ...known.slice(3), ...own.slice(10)].map(documentOf);
}

export function documentOf(statements: readonly Json[]): Json {
  return { Version: '2012-10-17', Statement: statements };
}

/** The policy of a resource; undefined for most. */
export function resourcePolicy(
  random: Random,
  named: Named,
  who: { readonly account: string; readonly accounts: readonly string[]; readonly anyRole: () => string },
): Json | undefined {
  const { kind, arn } = named;
  const root = (account: string) => `arn:aws:iam::${account}:root`;
  const own = kind.service === 's3' ? [arn, `${arn}/*`] : arn;
  const allow = (principal: Json, condition?: Json): Statement => ({
    Effect: 'Allow',
    Principal: principal,
    Action: kind.actions,
    Resource: kind.service === 'kms' ? '*' : own,
    ...(condition !== undefined && { Condition: condition }),
  });
  if (kind.service === 'kms')
    return documentOf([
      { Effect: 'Allow', Principal: { AWS: root(who.account) }, Action: 'kms:*', Resource: '*' },
      ...(random.chance(0.2) ? [allow({ AWS: who.anyRole() })] : []),
      ...(random.chance(0.1) ? [allow({ AWS: root(random.one(who.accounts)) })] : []),
    ]);
  if (!['s3', 'sqs', 'sns', 'secretsmanager'].includes(kind.service) || !random.chance(0.3)) return undefined;
  const secure = {
    Effect: 'Deny',
    Principal: '*',
    Action: `${kind.service}:*`,
    Resource: own,
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  };
  return documentOf([
    ...(random.chance(0.5) ? [secure] : []),
    random.one<Statement>([
      allow({ AWS: who.anyRole() }),
      allow({ AWS: root(random.one(who.accounts)) }),
      allow({ AWS: '*' }, { StringEquals: { 'aws:PrincipalOrgID': 'o-bench' } }),
      allow({ Service: 'sns.amazonaws.com' }, { StringEquals: { 'aws:SourceAccount': who.account } }),
    ]),
  ]);
}

/** Who may take a role: a service, the own account, a role, another account of the organization, or one outside. */
export function trustPolicy(
  random: Random,
  who: { readonly account: string; readonly accounts: readonly string[]; readonly anyRole: () => string },
): Json {
  const draw = random.next();
  const take = (principal: Json, condition?: Json): Json =>
    documentOf([
      {
        Effect: 'Allow',
        Principal: principal,
        Action: 'sts:AssumeRole',
        ...(condition !== undefined && { Condition: condition }),
      },
    ]);
  if (draw < 0.6)
    return take({ Service: random.one(['lambda.amazonaws.com', 'ec2.amazonaws.com', 'ecs-tasks.amazonaws.com']) });
  if (draw < 0.8) return take({ AWS: `arn:aws:iam::${who.account}:root` });
  if (draw < 0.9) return take({ AWS: who.anyRole() });
  if (draw < 0.97) return take({ AWS: `arn:aws:iam::${random.one(who.accounts)}:root` });
  return take({ AWS: 'arn:aws:iam::999999999999:root' }, { StringEquals: { 'sts:ExternalId': 'agreed' } });
}
