import { always } from '../../src/model/guard.ts';
import { id, type ResourceId } from '../../src/model/id.ts';
import type { Resource } from '../../src/model/resource.ts';
import type { Value } from '../../src/model/value.ts';
import type { Organization } from '../organization/organization.ts';
import { createRandom } from '../organization/random.ts';

/** A path that is known to be there: who starts, the secret that he comes to read, and by which moves. */
export interface Seed {
  readonly kind: string;
  readonly from: ResourceId;
  readonly to: ResourceId;
  readonly moves: readonly string[];
}

type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json };

const KINDS = ['key creation', 'role chain', 'passed role', 'replaced code', 'across accounts'] as const;

/**
 * Plants paths of several kinds, each in accounts drawn from the seed: a user without other rights, what it needs, and a
 * secret that nobody else may read. Names are the seed's own, so that no policy of the organization means them.
 */
export function plant(
  organization: Organization,
  count: number,
): { readonly resources: readonly Resource[]; readonly seeds: readonly Seed[] } {
  const random = createRandom(organization.seed + 1);
  const accounts = organization.deployments.map(({ account }) => String(account[0]));
  const origin = organization.resources[0]?.origin;
  if (origin === undefined) throw new Error('an organization has resources');
  const open = accounts.filter((account) => !isStrict(organization, account));
  const planted = Array.from({ length: count }, (_, at) => {
    const kind = KINDS[at % KINDS.length] ?? 'role chain';
    const account = random.one(kind === 'key creation' ? open : accounts);
    const other = random.one(accounts);
    return plantOne({ kind, account, other, at, origin });
  });
  return {
    resources: planted.flatMap(({ resources }) => resources),
    seeds: planted.map(({ seed }) => seed),
  };
}

/** Guardrails of some accounts forbid all creation of credentials. */
function isStrict({ policies }: Organization, account: string): boolean {
  const levels = policies.accounts.get(account)?.serviceControl ?? [];
  return levels.flat().some(({ name }) => name === 'strict');
}

interface Spot {
  readonly kind: (typeof KINDS)[number];
  readonly account: string;
  readonly other: string;
  readonly at: number;
  readonly origin: Resource['origin'];
}

function plantOne(spot: Spot): { readonly resources: readonly Resource[]; readonly seed: Seed } {
  const { account, other, at, kind } = spot;
  const named = (type: string, name: string, owner = account) => `arn:aws:iam::${owner}:${type}/zz-seed-${at}-${name}`;
  const secret = `arn:aws:secretsmanager:eu-west-1:${account}:secret:zz-seed-${at}`;
  const far = `arn:aws:secretsmanager:eu-west-1:${other}:secret:zz-seed-${at}`;
  const reads = allow('secretsmanager:GetSecretValue', secret);
  const user = (name: string, ...statements: readonly Json[]) =>
    make(spot, 'AWS::IAM::User', named('user', name), own(statements));
  const role = (name: string, trust: Json, statements: readonly Json[], owner = account) =>
    make(
      spot,
      'AWS::IAM::Role',
      named('role', name, owner),
      { AssumeRolePolicyDocument: document([trust]), ...own(statements) },
      owner,
    );
  const store = (arn: string, owner = account) => make(spot, 'AWS::SecretsManager::Secret', arn, {}, owner);
  const trusts = (principal: Json): Json => ({ Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRole' });
  const takes = (name: string, owner = account) => allow('sts:AssumeRole', named('role', name, owner));
  switch (kind) {
    case 'key creation': {
      const from = user('from', allow('iam:CreateAccessKey', named('user', 'owner')));
      return seedOf(
        spot,
        [from, user('owner', reads), store(secret)],
        ['identity/create-access-key', 'data/read-data'],
      );
    }
    case 'role chain': {
      const from = user('from', takes('first'));
      const first = role('first', trusts({ AWS: named('user', 'from') }), [takes('second')]);
      const second = role('second', trusts({ AWS: named('role', 'first') }), [reads]);
      return seedOf(
        spot,
        [from, first, second, store(secret)],
        ['identity/assume-role', 'identity/assume-role', 'data/read-data'],
      );
    }
    case 'passed role': {
      const made = `arn:aws:lambda:eu-west-1:${account}:function:*`;
      const from = user(
        'from',
        allow('iam:PassRole', named('role', 'passed')),
        allow(['lambda:CreateFunction', 'lambda:InvokeFunction'], made),
      );
      const passed = role('passed', trusts({ Service: 'lambda.amazonaws.com' }), [reads]);
      return seedOf(spot, [from, passed, store(secret)], ['compute/pass-role-to-function', 'data/read-data']);
    }
    case 'replaced code': {
      const code = `arn:aws:lambda:eu-west-1:${account}:function:zz-seed-${at}`;
      const from = user('from', allow(['lambda:UpdateFunctionCode', 'lambda:InvokeFunction'], code));
      const runs = role('runs', trusts({ Service: 'lambda.amazonaws.com' }), [reads]);
      const properties = { Role: named('role', 'runs'), Runtime: 'nodejs22.x', Handler: 'index.handler' };
      const made = make(spot, 'AWS::Lambda::Function', code, properties);
      const moves = ['compute/take-over-function', 'compute/workload-credentials', 'data/read-data'];
      return seedOf(spot, [from, made, runs, store(secret)], moves);
    }
    case 'across accounts': {
      const from = user('from', takes('there', other));
      const there = role(
        'there',
        trusts({ AWS: named('user', 'from') }),
        [allow('secretsmanager:GetSecretValue', far)],
        other,
      );
      return seedOf(spot, [from, there, store(far, other)], ['identity/assume-role', 'data/read-data']);
    }
  }
}

function seedOf({ kind }: Spot, resources: readonly Resource[], moves: readonly string[]) {
  const [from] = resources;
  const to = resources.at(-1);
  if (from === undefined || to === undefined) throw new Error('a seed has ends');
  return { resources, seed: { kind, from: from.id, to: to.id, moves } };
}

function allow(action: Json, resource: Json): Json {
  return { Effect: 'Allow', Action: action, Resource: resource };
}

function document(statements: readonly Json[]): Json {
  return { Version: '2012-10-17', Statement: statements };
}

function own(statements: readonly Json[]): Readonly<Record<string, Json>> {
  return { Policies: [{ PolicyName: 'own', PolicyDocument: document(statements) }] };
}

function make(
  { origin, account }: Spot,
  type: string,
  arn: string,
  properties: Readonly<Record<string, Json>>,
  owner: string = account,
): Resource {
  const value = valueIn(properties, origin);
  if (value.kind !== 'map') throw new Error('properties are a map');
  return {
    id: id(`account-${owner}/${arn}`),
    type,
    address: arn,
    deployment: id(`account-${owner}`),
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

function valueIn(json: Json, origin: Resource['origin']): Value {
  if (Array.isArray(json)) return { kind: 'list', items: json.map((item: Json) => valueIn(item, origin)), origin };
  if (typeof json === 'object') {
    const entries = Object.entries(json).map(([key, item]) => [key, valueIn(item as Json, origin)] as const);
    return { kind: 'map', entries: new Map(entries), origin };
  }
  return { kind: 'literal', value: json, origin };
}
