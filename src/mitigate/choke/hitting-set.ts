/** Sets of which one member each must be chosen, by number of the member. */
export interface HittingProblem {
  /** What choosing a member costs, by its number; more than 0. */
  readonly costs: readonly number[];
  readonly sets: readonly (readonly number[])[];
  /** Members that may not all be chosen together. */
  readonly forbidden: readonly (readonly number[])[];
}

export interface HittingSet {
  /** Ascending. */
  readonly chosen: readonly number[];
  readonly cost: number;
  /** No choice costs less than this. */
  readonly atLeast: number;
}

/** Steps of the exact search for one part of a problem; beyond them its best choice so far and the bound are told. */
const mostSteps = 20_000;

/**
 * The cheapest choice that hits every set. Parts that share no member are solved apart, each exactly by branch and bound;
 * where that takes too long, greedily with a bound. Undefined when there is no choice, or none was found.
 */
export function cheapestHittingSet(problem: HittingProblem, steps = mostSteps): HittingSet | undefined {
  const parts = partsOf(problem).map((part) => solvePart(part, steps));
  const solved = parts.filter((part) => part !== undefined);
  if (solved.length < parts.length) return undefined;
  return {
    chosen: solved.flatMap(({ chosen }) => chosen).sort((a, b) => a - b),
    cost: solved.reduce((sum, { cost }) => sum + cost, 0),
    atLeast: solved.reduce((sum, { atLeast }) => sum + atLeast, 0),
  };
}

/** Sets that hang together by common or forbidden members; a set that includes another one says nothing more. */
function partsOf({ costs, sets, forbidden }: HittingProblem): readonly HittingProblem[] {
  const minimal = withoutSupersets(sets);
  const leader = new Map<number, number>();
  const find = (one: number): number => {
    const up = leader.get(one) ?? one;
    if (up === one) return one;
    const top = find(up);
    leader.set(one, top);
    return top;
  };
  const used = new Set(minimal.flat());
  const relevant = forbidden.filter((group) => group.every((one) => used.has(one)));
  for (const group of [...minimal, ...relevant]) for (const one of group) leader.set(find(one), find(group[0] ?? one));
  const parts = new Map<number, { sets: (readonly number[])[]; forbidden: (readonly number[])[] }>();
  const partOf = (group: readonly number[]) => {
    const key = group[0] === undefined ? -1 : find(group[0]);
    const part = parts.get(key) ?? { sets: [], forbidden: [] };
    parts.set(key, part);
    return part;
  };
  for (const set of minimal) partOf(set).sets.push(set);
  for (const group of relevant) partOf(group).forbidden.push(group);
  return [...parts.values()].map((part) => ({ costs, ...part }));
}

function withoutSupersets(sets: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const kept: ReadonlySet<number>[] = [];
  for (const set of sets.map((one) => new Set(one)).sort((a, b) => a.size - b.size))
    if (!kept.some((other) => [...other].every((one) => set.has(one)))) kept.push(set);
  return kept.map((set) => [...set]);
}

function solvePart(part: HittingProblem, steps: number): HittingSet | undefined {
  const root = boundOf(part, part.sets, new Set());
  const state: Search = { part, best: improved(greedy(part), part), left: steps };
  branch(state, [], new Set());
  const { best } = state;
  if (best === undefined) return undefined;
  const cost = costOf(best, part);
  return { chosen: [...best].sort((a, b) => a - b), cost, atLeast: state.left > 0 ? cost : root };
}

interface Search {
  readonly part: HittingProblem;
  best: readonly number[] | undefined;
  left: number;
}

/** Tries the members of the tightest set in turn; a member whose branch is done is banned from those that follow. */
function branch(state: Search, chosen: readonly number[], banned: ReadonlySet<number>): void {
  if (state.left <= 0) return;
  state.left -= 1;
  const { part } = state;
  const open = part.sets.filter((set) => !set.some((one) => chosen.includes(one)));
  const cost = costOf(chosen, part);
  const bestCost = state.best === undefined ? Number.POSITIVE_INFINITY : costOf(state.best, part);
  if (cost + boundOf(part, open, banned) >= bestCost) return;
  const allowed = (set: readonly number[]) => set.filter((one) => !banned.has(one) && !isForbidden(part, chosen, one));
  const [tightest] = open.map(allowed).sort((a, b) => a.length - b.length);
  if (tightest === undefined) {
    state.best = chosen;
    return;
  }
  const hits = (one: number) => open.filter((set) => set.includes(one)).length;
  const order = tightest.toSorted((a, b) => costAt(part, a) - costAt(part, b) || hits(b) - hits(a) || a - b);
  const done = new Set(banned);
  for (const one of order) {
    branch(state, [...chosen, one], done);
    done.add(one);
  }
}

/** Sets that share no member must each be paid for: a lower bound, infinite when one of them has no member left. */
function boundOf(part: HittingProblem, open: readonly (readonly number[])[], banned: ReadonlySet<number>): number {
  const taken = new Set<number>();
  let sum = 0;
  const left = open.map((set) => set.filter((one) => !banned.has(one))).sort((a, b) => a.length - b.length);
  for (const set of left) {
    if (set.length === 0) return Number.POSITIVE_INFINITY;
    if (set.some((one) => taken.has(one))) continue;
    for (const one of set) taken.add(one);
    sum += Math.min(...set.map((one) => costAt(part, one)));
  }
  return sum;
}

/** Again and again the member that hits most for its cost; undefined when forbidden groups leave a set without any. */
function greedy(part: HittingProblem): readonly number[] | undefined {
  const chosen: number[] = [];
  for (;;) {
    const open = part.sets.filter((set) => !set.some((one) => chosen.includes(one)));
    if (open.length === 0) return chosen;
    const counts = new Map<number, number>();
    for (const one of open.flat()) if (!isForbidden(part, chosen, one)) counts.set(one, (counts.get(one) ?? 0) + 1);
    const worth = ([one, count]: readonly [number, number]) => count / costAt(part, one);
    const [best] = [...counts].sort((a, b) => worth(b) - worth(a) || a[0] - b[0]);
    if (best === undefined) return undefined;
    chosen.push(best[0]);
  }
}

/** Drops what is not needed and swaps a member for a cheaper one, until nothing gets better. */
function improved(start: readonly number[] | undefined, part: HittingProblem): readonly number[] | undefined {
  if (start === undefined) return undefined;
  const hitsAll = (chosen: readonly number[]) => part.sets.every((set) => set.some((one) => chosen.includes(one)));
  const others = [...new Set(part.sets.flat())].sort((a, b) => costAt(part, a) - costAt(part, b) || a - b);
  let chosen = start;
  for (let better = true; better; ) {
    better = false;
    for (const one of chosen.toSorted((a, b) => costAt(part, b) - costAt(part, a))) {
      const rest = chosen.filter((other) => other !== one);
      const swap = others.find(
        (other) =>
          costAt(part, other) < costAt(part, one) && !isForbidden(part, rest, other) && hitsAll([...rest, other]),
      );
      if (!hitsAll(rest) && swap === undefined) continue;
      chosen = hitsAll(rest) || swap === undefined ? rest : [...rest, swap];
      better = true;
      break;
    }
  }
  return chosen;
}

function isForbidden({ forbidden }: HittingProblem, chosen: readonly number[], next: number): boolean {
  return forbidden.some((group) => group.includes(next) && group.every((one) => one === next || chosen.includes(one)));
}

function costAt({ costs }: HittingProblem, one: number): number {
  return costs[one] ?? 1;
}

function costOf(chosen: readonly number[], part: HittingProblem): number {
  return chosen.reduce((sum, one) => sum + costAt(part, one), 0);
}
