import { reservedFor } from '../../../catalog/data/reserved-identities.ts';
import type { Block, CitedStatement, Decision } from '../../../model/access.ts';
import { always, and, type Guard, isPossible } from '../../../model/guard.ts';
import { describeText } from '../../../model/text.ts';
import type { PolicyCode } from '../compile/policy-code.ts';
import { inAnyWay, type Meaning } from '../compile/principal-matcher.ts';
import { greatest, type Tri, YES } from '../compile/three-valued.ts';
import {
  allOf,
  type Grant,
  grantOf,
  mayBe,
  noGrant,
  oneOf,
  type Speaking,
  speaking,
  unless,
  type When,
} from './grant.ts';
import { leastOpen } from './least-open.ts';
import { networkOrigin } from './network-origin.ts';
import type { Request } from './request.ts';
import { type Need, namesOf, type Routes, routesOf } from './routes.ts';

/** The policies of a VPC endpoint. */
export interface EndpointCode {
  readonly policies: readonly PolicyCode[];
  /** A route to S3 or DynamoDB: naming an account there means its root user alone. */
  readonly isGateway: boolean;
}

/** The policies of one request besides those of the caller and the target. */
export interface Surroundings {
  readonly levels: readonly (readonly PolicyCode[])[];
  readonly controls: readonly PolicyCode[];
  /** Policies of the VPC endpoint that the request comes through; undefined when everything passes. */
  readonly endpoint: EndpointCode | undefined;
  /** Where caller and resource exist. */
  readonly exists: Guard;
}

/**
 * A Deny in any policy ends it; every limit must allow; then one route must be open.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 */
export function verdictOf(request: Request, around: Surroundings): Decision {
  const denied = denialOf(request, around);
  const limits = limitsOf(request, around);
  const routes = routesOf(request);
  const opened = routes.routes.map((needs) => ({ needs, when: allOf(...needs.map(({ grant }) => grant.when)) }));
  const exists: When = { surely: around.exists, possibly: around.exists };
  const limited = allOf(exists, ...limits.map(({ grant }) => grant.when));
  const result = unless(allOf(limited, oneOf(...opened.map(({ when }) => when))), denied.when);
  if (!mayBe(result)) return refusal(blocksOf(denied, limits, routes));
  const sure = isPossible(result.surely);
  const able = opened.filter(({ when }) => (sure ? isPossible(when.surely) : mayBe(when))).map(({ needs }) => needs);
  const chosen = sure ? { route: able[0] ?? [], conditions: [], where: always } : leastOpen(able, limits, denied);
  if (typeof chosen === 'string') return refusal([{ kind: 'no-allow', because: chosen }]);
  const guard = sure ? result.surely : and(result.possibly, chosen.where);
  if (!isPossible(guard)) return refusal(excluded);
  return {
    verdict: sure ? 'allow' : 'conditional',
    conditions: chosen.conditions,
    guard,
    allowedBy: chosen.route.filter(({ grants }) => grants).flatMap(({ grant }) => citations(grant, sure)),
    blockedBy: [],
  };
}

const excluded: readonly Block[] = [{ kind: 'no-allow', because: 'what would allow it excludes each other' }];

export function refusal(blockedBy: readonly Block[]): Decision {
  return { verdict: 'deny', conditions: [], guard: [], allowedBy: [], blockedBy };
}

/** Deny counts wherever it stands. */
function denialOf(request: Request, { levels, controls, endpoint }: Surroundings): Grant {
  const { caller, target } = request;
  const bounded = caller.boundary !== undefined;
  const found: Speaking[] = [];
  for (const policies of [
    caller.identity,
    caller.boundary,
    caller.session,
    ...levels,
    controls,
    endpoint?.policies,
    target.policies,
  ])
    if (policies !== undefined) found.push(...speaking(policies, 'Deny', request, bounded));
  return found.length === 0 ? noGrant : grantOf(found, inAnyWay);
}

/**
 * "An SCP must allow at every level." Resource control policies only deny: the one that allows cannot be detached. The policy
 * of an endpoint must let pass what comes through it, and what AWS keeps for itself nobody changes.
 */
function limitsOf(request: Request, { levels, endpoint }: Surroundings): readonly Need[] {
  const { given } = request.action;
  const limit = (policies: readonly PolicyCode[], kind: Block['kind'], because: () => string, way = inAnyWay): Need => {
    const grant = grantOf(speaking(policies, 'Allow', request, false), way);
    return { grant, kind, because, grants: false };
  };
  const limits = levels.map((level) =>
    limit(level, 'scp', () => `no service control policy allows ${given} at one of the levels: ${namesOf(level)}`),
  );
  if (endpoint !== undefined) {
    const because = () => `the policy of the VPC endpoint does not allow ${given}`;
    limits.push(limit(endpoint.policies, 'endpoint-policy', because, endpoint.isGateway ? byName : inAnyWay));
  }
  const reserved =
    request.action.service === 'iam' ? reservedFor(given, describeText(request.resource.text)) : undefined;
  if (reserved !== undefined) limits.push({ grant: noGrant, kind: 'reserved', because: () => reserved, grants: false });
  const origin = networkOrigin(request);
  return origin === undefined ? limits : [...limits, origin];
}

/**
 * "For gateway endpoints … access is granted only to the AWS account root user" where an account is named.
 * https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html
 */
function byName({ directly, asRole }: Meaning): Tri {
  return greatest(directly, asRole);
}

function lightest<T>(list: readonly T[], weight: (item: T) => number): T | undefined {
  let [best] = list;
  if (list.length < 2) return best;
  let least = Number.POSITIVE_INFINITY;
  for (const item of list) {
    const own = weight(item);
    if (own < least) [best, least] = [item, own];
  }
  return best;
}

function citations({ by }: Grant, sure: boolean): readonly CitedStatement[] {
  return by.flatMap(({ cited, match }) => (cited === undefined || (sure && match !== YES) ? [] : [cited]));
}

/** What stops it: a Deny, then a gate, then limits, then what the nearest route lacks. */
function blocksOf(denied: Grant, limits: readonly Need[], { routes, stopped }: Routes): readonly Block[] {
  const lacking = (needs: readonly Need[]) => needs.filter(({ grant }) => !mayBe(grant.when));
  const denials = denied.by.flatMap(({ match, cited }) => (match === YES ? [denial(cited)] : []));
  const gates = stopped.map(({ cited }): Block => {
    const because = 'Block Public Access stops what the policy gives to everybody';
    return { kind: 'public-access-block', because, ...(cited !== undefined && { statement: cited }) };
  });
  // Limits count for nothing here: what is said of the caller's own policies names the one that stands against it as well.
  const nearest = lightest(routes.map(lacking), (needs) => needs.filter(({ grants }) => grants).length);
  const needs = [...lacking(limits), ...(nearest ?? [])].map(
    ({ kind, because }): Block => ({ kind, because: because() }),
  );
  const all = [...denials, ...gates, ...needs];
  return all.length > 0 ? all : excluded;
}

function denial(cited: CitedStatement | undefined): Block {
  if (cited === undefined) return { kind: 'explicit-deny', because: 'a policy denies it' };
  const { sid } = cited.statement;
  const because = `${cited.policy.name} denies it${sid === undefined ? '' : ` (${sid})`}`;
  return { kind: 'explicit-deny', because, statement: cited };
}
