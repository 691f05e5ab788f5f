import type { Block, CitedStatement, Decision } from '../../../src/model/access.ts';
import { always, and, type Guard, isPossible } from '../../../src/model/guard.ts';
import type { Asked } from './asked.ts';
import { type Counted, type Found, findStatements, type Grant, grantOf } from './grants.ts';
import { both, either, except, type Holds, mayHold } from './holds.ts';
import { leastOpen } from './least-open.ts';
import { limitsOf } from './limits.ts';
import { anyWay } from './match-principal.ts';
import type { PoliciesInPlay } from './policies-in-play.ts';
import { type Need, type Way, waysOf } from './ways.ts';

/**
 * Decides one request: an explicit Deny in any policy ends it; every limit must allow; then one of the ways must.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 */
export function evaluate(asked: Asked, policies: PoliciesInPlay, exists: Guard): Decision {
  const denied = deniedBy(asked, policies);
  const limits = limitsOf(asked, policies);
  const { ways, stopped } = waysOf(asked, policies);
  const there: Holds = { surely: exists, possibly: exists };
  const limited = both(there, ...limits.map(({ grant }) => grant.holds));
  const result = except(both(limited, either(...ways.map(holdsOf))), denied.holds);
  if (!mayHold(result)) {
    return refused(blocksOf({ denied, limits, ways, stopped }));
  }
  const sure = isPossible(result.surely);
  const able = ways.filter((way) => (sure ? isPossible(holdsOf(way).surely) : mayHold(holdsOf(way))));
  const chosen = sure ? { way: able[0] ?? [], conditions: [], where: always } : leastOpen(able, limits, denied);
  if (typeof chosen === 'string') return refused([{ kind: 'no-allow', because: chosen }]);
  const guard = sure ? result.surely : and(result.possibly, chosen.where);
  if (!isPossible(guard)) return refused([{ kind: 'no-allow', because: 'what would allow it excludes each other' }]);
  return {
    verdict: sure ? 'allow' : 'conditional',
    conditions: chosen.conditions,
    guard,
    allowedBy: chosen.way.filter(({ grants }) => grants).flatMap(({ grant }) => citedOf(grant, sure)),
    blockedBy: [],
  };
}

export function refused(blockedBy: readonly Block[]): Decision {
  return { verdict: 'deny', conditions: [], guard: [], allowedBy: [], blockedBy };
}

function holdsOf(way: Way): Holds {
  return both(...way.map(({ grant }) => grant.holds));
}

/** Deny counts wherever it stands. */
function deniedBy(asked: Asked, policies: PoliciesInPlay): Grant {
  const all = [
    ...policies.identity,
    ...(policies.boundary ?? []),
    ...(policies.session ?? []),
    ...policies.serviceControl.flat(),
    ...policies.resourceControl,
    ...(policies.endpoint?.sources ?? []),
    ...policies.resource,
  ];
  return grantOf(findStatements(all, 'Deny', { asked, bounded: policies.boundary !== undefined }), anyWay);
}

function citedOf({ by }: Grant, sure: boolean): readonly CitedStatement[] {
  const counted = sure ? by.filter(({ match }) => match === 'yes') : by;
  return counted.flatMap(({ cited }) => cited ?? []);
}

interface Outcome {
  readonly denied: Grant;
  readonly limits: readonly Need[];
  readonly ways: readonly Way[];
  readonly stopped: readonly Found[];
}

/** What stops it: a Deny first, then limits, a gate, and of the ways the one that lacks the least. */
function blocksOf({ denied, limits, ways, stopped }: Outcome): readonly Block[] {
  const denials = denied.by.filter(({ match }) => match === 'yes').map((one): Block => denial(one));
  const lacking = (needs: readonly Need[]) => needs.filter(({ grant }) => !mayHold(grant.holds));
  const least = ways
    .map(lacking)
    .reduce<readonly Need[] | undefined>(
      (best, next) => (best === undefined || distance(next) < distance(best) ? next : best),
      undefined,
    );
  const gates = stopped.map(
    ({ cited }): Block => ({
      kind: 'public-access-block',
      because: 'Block Public Access stops what the policy gives to everybody',
      ...(cited !== undefined && { statement: cited }),
    }),
  );
  const needs = [...lacking(limits), ...(least ?? [])].map(({ kind, because }): Block => ({ kind, because }));
  const all = [...denials, ...gates, ...needs];
  return all.length > 0 ? all : [{ kind: 'no-allow', because: 'what would allow it excludes each other' }];
}

/** How far a way is from being open: so many policies would have to grant. What only limits is told with them. */
function distance(lacking: readonly Need[]): number {
  return lacking.filter(({ grants }) => grants).length;
}

function denial({ cited }: Counted): Block {
  if (cited === undefined) return { kind: 'explicit-deny', because: 'a policy denies it' };
  const because = `${cited.policy.name} denies it${cited.statement.sid === undefined ? '' : ` (${cited.statement.sid})`}`;
  return { kind: 'explicit-deny', because, statement: cited };
}
