import type { Change, Trial } from '../../model/choke-points.ts';
import type { MitigationId } from '../../model/id.ts';
import type { ChangeContext } from './change-context.ts';
import { changesFor, cuts } from './changes-for.ts';
import { isWorthCutting, withoutLastResort } from './choose-for.ts';
import { cheapestHittingSet } from './hitting-set.ts';
import { type Knowledge, versionOf, type Way } from './known-ways.ts';

/**
 * No set of fewer changes does as much as was done in a model that was run: each way that it no longer has, and that is worse than what
 * it has left of the goal, must be cut by any set that does. It holds whatever is found later: a change counts as possible unless it was
 * refused in the very form that the way asks for. Changes of last resort count for ways
 * that no other may cut.
 */
export function fewestNeeded(known: Knowledge, context: ChangeContext, reached: Trial): number {
  const left = new Map(reached.paths().map(({ path, risk }) => [path.id, risk.score]));
  const found = known.ways.map(({ rated, trial }) => ({ path: rated.path, trial }));
  const changes = changesFor(found, context);
  const cut = known.ways.filter(
    ({ rated }) => isWorthCutting(rated, known.goals) && rated.risk.score > (left.get(rated.path.id) ?? 0),
  );
  const sets = cut.map((way) => withoutLastResort(changes, (change) => mayCut(change, way, known)));
  const fixed = new Map(changes.flatMap(({ id, lesser }, at) => (lesser === undefined ? [[id, at] as const] : [])));
  const forbidden = known.forbidden.flatMap((group) => {
    const numbers = group.flatMap((id: MitigationId) => fixed.get(id) ?? []);
    return numbers.length === group.length ? [numbers] : [];
  });
  return cheapestHittingSet({ costs: changes.map(() => 1), sets, forbidden })?.atLeast ?? 0;
}

function mayCut(change: Change, { rated: { path }, despite }: Way, { refused }: Knowledge): boolean {
  if (despite.has(versionOf(change)) || !cuts(change, path)) return false;
  const before = refused.get(change.id)?.change;
  const least = change.lesser?.([path]) ?? change;
  return before === undefined || versionOf(least) !== versionOf(before);
}
