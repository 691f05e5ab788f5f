import type { RatedPath } from '../../model/attack.ts';
import type {
  Change,
  ChokePoints,
  ChosenChange,
  GuardedAccounts,
  RemainingPath,
  Trial,
  TryOut,
} from '../../model/choke-points.ts';
import type { IdentifiedControl } from '../../model/control.ts';
import type { MitigationId, PathId } from '../../model/id.ts';
import type { Mitigation } from '../../model/mitigation.ts';
import type { Resource } from '../../model/resource.ts';
import { type ChangeContext, changeContext } from './change-context.ts';
import { changesFor, cuts } from './changes-for.ts';
import { type Chosen, chooseChanges, createRuns, type Runs, riskOf } from './choose-changes.ts';
import { isWorthCutting } from './choose-for.ts';
import { fewestNeeded } from './fewest-needed.ts';
import { needsOf } from './needs.ts';
import { otherThreats } from './other-threats.ts';
import { isSame } from './with-choke-points.ts';

/** What the search for choke points is given. */
export interface ChokePointInput {
  readonly resources: readonly Resource[];
  /** The model of the system as it is. */
  readonly first: Trial;
  readonly tryOut: TryOut;
  readonly controls: readonly IdentifiedControl[];
  /** Of threats, in the order of their weight: which paths they take away is told of the first of them. */
  readonly mitigations: readonly Mitigation[];
  /** Runs of the model that may be made. */
  readonly mostRuns: number;
  readonly guarded: GuardedAccounts;
}

/**
 * The fewest changes that take away every path which changes can take away, without breaking what the system needs of
 * itself; each and all of them proved by running the model again, as far as the budget goes.
 */
export function findChokePoints(input: ChokePointInput): ChokePoints {
  const { resources, first, tryOut, controls, mostRuns, guarded } = input;
  const needs = needsOf(first.ask);
  const effortOf = new Map(controls.map(({ id, effort }) => [id, effort]));
  const context = { ...changeContext(first.ask, needs, effortOf), guarded };
  const runs = createRuns(resources, first, tryOut, mostRuns);
  const chosen = chooseChanges(first, runs, context);
  const { complete, trial } = chosen;
  const atLeast = fewestNeeded(chosen.knowledge, context, trial);
  runs.keepTo(Math.max(mostForEach, runs.made()));
  const changes = inOrder(chosen, first, runs);
  const alone = removedAlone(input, { chosen, runs, context });
  const before = first.openThreats();
  return {
    changes,
    atLeast,
    exact: complete && atLeast === changes.length,
    ...(knowsLastResort(chosen, context) && { sparing: true }),
    before: sizeOf(first, chosen.knowledge.goals),
    after: sizeOf(trial, chosen.knowledge.goals),
    remaining: remainingOf(chosen),
    refused: [...chosen.knowledge.refused.values()],
    ...otherThreats(before, trial === first ? before : trial.openThreats()),
    kept: needs.length,
    runs: { made: runs.made(), most: mostRuns, complete },
    alone,
  };
}

/**
 * Runs that show what the changes do one by one, or as many as the set took: of many changes the first ones are proved so, and of the
 * others is told what is known of the paths. The set as a whole is proved in any case.
 */
const mostForEach = 8;

/** Mitigations of threats that are tried. */
const mostTried = 10;

/** What each chosen change takes away by itself, and what each mitigation of a threat does that one of the changes known is. */
function removedAlone(
  { first, mitigations }: ChokePointInput,
  { chosen, runs, context }: { readonly chosen: Chosen; readonly runs: Runs; readonly context: ChangeContext },
): ReadonlyMap<MitigationId, readonly PathId[]> {
  const alone = new Map<MitigationId, readonly PathId[]>();
  const tell = (id: MitigationId, changes: readonly Change[]) => {
    const trial = runs.run(changes);
    if (trial !== undefined) alone.set(id, removedBy(first, trial));
  };
  const closesNone = (change: Change) => [...scoresWith([change], chosen, first).values()].every((score) => score > 0);
  for (const change of chosen.changes)
    if (closesNone(change)) alone.set(change.id, []);
    else tell(change.id, [change]);
  const { ways, refused } = chosen.knowledge;
  const known = changesFor(
    ways.map(({ rated, trial }) => ({ path: rated.path, trial })),
    context,
  ).filter(({ id }) => !refused.has(id));
  for (const mitigation of mitigations.slice(0, mostTried)) {
    const same = known.filter((change) => isSame(change, mitigation));
    const isChosen = chosen.changes.some((change) => isSame(change, mitigation));
    if (same.length > 0 && !isChosen) tell(mitigation.id, same);
  }
  return alone;
}

function knowsLastResort({ knowledge: { ways } }: Chosen, context: ChangeContext): boolean {
  const found = ways.map(({ rated, trial }) => ({ path: rated.path, trial }));
  return changesFor(found, context).some(({ lastResort }) => lastResort === true);
}

function sizeOf(trial: Trial, goals: ReadonlySet<PathId>): { readonly paths: number; readonly risk: number } {
  const paths = trial.paths().filter((rated) => isWorthCutting(rated, goals)).length;
  return { paths, risk: riskOf(trial, goals) };
}

/** Ids of paths that are in one model and not in the other. */
function removedBy(before: Trial, after: Trial): readonly PathId[] {
  const left = new Set(after.paths().map(({ path }) => path.id));
  return before.paths().flatMap(({ path }) => (left.has(path.id) ? [] : [path.id]));
}

/** The change that takes most risk away for its effort first, by what is known, a last resort last; then proved one after the other. */
function inOrder(chosen: Chosen, first: Trial, runs: Runs): readonly ChosenChange[] {
  const result: ChosenChange[] = [];
  const gone = new Set<PathId>();
  const made: Change[] = [];
  let left = [...chosen.changes];
  while (left.length > 0) {
    const gain = (change: Change) =>
      (sumOf(scoresWith(made, chosen, first)) - sumOf(scoresWith([...made, change], chosen, first))) / change.effort;
    const [next] = left.toSorted(
      (a, b) =>
        Number(a.lastResort === true) - Number(b.lastResort === true) || gain(b) - gain(a) || (a.id < b.id ? -1 : 1),
    );
    if (next === undefined) break;
    left = left.filter((change) => change !== next);
    made.push(next);
    const trial = left.length === 0 ? chosen.trial : runs.run(made);
    const expected = scoresWith(made, chosen, first);
    const closed =
      trial === undefined
        ? [...expected].flatMap(([goal, score]) => (score === 0 ? [goal] : []))
        : removedBy(first, trial);
    const paths = closed.filter((path) => !gone.has(path));
    for (const path of paths) gone.add(path);
    const riskLeft = trial === undefined ? sumOf(expected) : riskOf(trial, chosen.knowledge.goals);
    result.push({ change: next, paths, riskLeft, proved: trial !== undefined });
  }
  return result;
}

/** What is left of the goals of the system as it is, as far as ways to them are known; 0 for those that are closed. */
function scoresWith(changes: readonly Change[], { knowledge }: Chosen, first: Trial): ReadonlyMap<PathId, number> {
  const goals = new Map<PathId, number>(first.paths().map(({ path }) => [path.id, 0]));
  for (const { rated } of knowledge.ways) {
    const before = goals.get(rated.path.id);
    if (before === undefined || before >= rated.risk.score || isCut(rated, changes)) continue;
    goals.set(rated.path.id, rated.risk.score);
  }
  return goals;
}

function sumOf(scores: ReadonlyMap<PathId, number>): number {
  return [...scores.values()].reduce((sum, score) => sum + score, 0);
}

function isCut({ path }: RatedPath, changes: readonly Change[]): boolean {
  return changes.some((change) => cuts(change, path));
}

function remainingOf({ trial, choice, complete, knowledge }: Chosen): readonly RemainingPath[] {
  return trial.paths().map((path) => {
    const isWorth = isWorthCutting(path, knowledge.goals);
    const unknown = isWorth && !complete ? 'the budget of runs ended before' : noFurther;
    return { path, because: choice.uncut.get(path.path.id)?.because ?? unknown };
  });
}

const noFurther = 'it was hidden behind what is closed, and leads to an identity or workload and no further';
