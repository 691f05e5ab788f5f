import type { RatedPath } from '../../model/attack.ts';
import type { Change } from '../../model/choke-points.ts';
import type { PathId } from '../../model/id.ts';
import type { ChangeContext } from './change-context.ts';
import { changesFor, cuts } from './changes-for.ts';
import { cheapestHittingSet } from './hitting-set.ts';
import { type Knowledge, versionOf, type Way } from './known-ways.ts';
import { whyUncut } from './why-uncut.ts';

/** The cheapest choice for all that is known; there may be ways that it does not know of. */
export interface Choice {
  readonly changes: readonly Change[];
  /** Why a way cannot be cut, by goal; only the worst way of each goal counts. */
  readonly uncut: ReadonlyMap<PathId, Uncut>;
}

export interface Uncut {
  readonly score: number;
  readonly because: string;
}

/** One change more outweighs whatever loss or effort of the others. */
const oneMore = 1_000_000;

/**
 * The fewest changes; of equally many those that take least away, of these the ones with the least effort. What several
 * things go out of loses only as many as the ways need that it is there for.
 */
export function chooseFor(known: Knowledge, context: ChangeContext): Choice {
  const found = known.ways.map(({ rated, trial }) => ({ path: rated.path, trial }));
  const all = changesFor(found, context);
  const changes = all.filter(({ id }) => !known.refused.has(id));
  const optionsOf = ({ rated, despite }: Way) =>
    withoutLastResort(changes, (change) => !despite.has(versionOf(change)) && cuts(change, rated.path));
  const ways = known.ways.map((way) => ({ way, options: optionsOf(way) }));
  const uncut = new Map<PathId, Uncut>();
  const giveUp = ({ rated }: Way, because: string) => {
    const score = Math.max(rated.risk.score, uncut.get(rated.path.id)?.score ?? 0);
    uncut.set(rated.path.id, { score, because });
  };
  for (const { way, options } of ways) if (options.length === 0) giveUp(way, whyUncut(way, { all, known, context }));
  const costs = changes.map(({ effort, loss }) => oneMore + 10 * loss + effort);
  const numberOf = new Map(changes.map(({ id }, at) => [id, at]));
  const forbidden = known.forbidden.flatMap((group) => {
    const numbers = group.map((id) => numberOf.get(id));
    return numbers.includes(undefined) ? [] : [numbers.filter((one) => one !== undefined)];
  });
  for (;;) {
    // What is left of a goal by a way that stays need not be cut for any lesser one.
    const open = ways.filter(
      ({ way, options }) =>
        isWorthCutting(way.rated, known.goals) &&
        options.length > 0 &&
        way.rated.risk.score > (uncut.get(way.rated.path.id)?.score ?? 0),
    );
    const solution = cheapestHittingSet({ costs, sets: open.map(({ options }) => options), forbidden });
    if (solution !== undefined)
      return {
        changes: solution.chosen.flatMap((at) => {
          const own = open.filter(({ options }) => solution.chosen.find((one) => options.includes(one)) === at);
          return changes[at]?.lesser?.(own.map(({ way }) => way.rated.path)) ?? changes[at] ?? [];
        }),
        uncut,
      };
    const [least] = open.toSorted((a, b) => a.way.rated.risk.score - b.way.rated.risk.score);
    if (least === undefined) return { changes: [], uncut };
    giveUp(least.way, 'changes that would close it together break what the system needs');
  }
}

/** Positions of the changes that cut a way; those of last resort only where there are no others. */
export function withoutLastResort(changes: readonly Change[], cutsIt: (change: Change) => boolean): readonly number[] {
  const all = changes.flatMap((change, at) => (cutsIt(change) ? [at] : []));
  const others = all.filter((at) => changes[at]?.lastResort !== true);
  return others.length > 0 ? others : all;
}

/**
 * What only comes to light when more is cut, an identity or workload from which nothing of value can be had, is worth no
 * change, and no risk of its own: whom a role is meant for would lose it.
 */
export function isWorthCutting({ path }: RatedPath, goals: ReadonlySet<PathId>): boolean {
  return goals.has(path.id) || (path.gains !== 'act as' && path.gains !== 'run code');
}
