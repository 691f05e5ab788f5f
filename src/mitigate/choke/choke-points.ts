import type { RatedPath } from '../../model/attack.ts';
import type { Change, ChokePoints, ChosenChange, RemainingPath, Trial, TryOut } from '../../model/choke-points.ts';
import type { IdentifiedControl } from '../../model/control.ts';
import type { MitigationId, PathId } from '../../model/id.ts';
import type { Resource } from '../../model/resource.ts';
import { changeContext } from './change-context.ts';
import { cuts } from './changes-for.ts';
import { type Chosen, chooseChanges, createRuns, riskOf, type Runs } from './choose-changes.ts';
import { needsOf } from './needs.ts';

/** What the search for choke points is given. */
export interface ChokePointInput {
  readonly resources: readonly Resource[];
  /** The model of the system as it is. */
  readonly first: Trial;
  readonly tryOut: TryOut;
  readonly controls: readonly IdentifiedControl[];
  /** Runs of the model that may be made. */
  readonly mostRuns: number;
}

/**
 * The fewest changes that take away every path which changes can take away, without breaking what the system needs of
 * itself; each and all of them proved by running the model again, as far as the budget goes.
 */
export function findChokePoints({ resources, first, tryOut, controls, mostRuns }: ChokePointInput): ChokePoints {
  const needs = needsOf(first.ask);
  const context = changeContext(first.ask, needs, new Map(controls.map(({ id, effort }) => [id, effort])));
  const runs = createRuns(resources, first, tryOut, mostRuns);
  const chosen = chooseChanges(first, runs, context);
  const { choice, complete, trial } = chosen;
  const changes = inOrder(chosen, first, runs);
  const alone = new Map<MitigationId, readonly PathId[]>();
  for (const { change } of changes) {
    const by = runs.run([change]);
    if (by !== undefined) alone.set(change.id, removedBy(first, by));
  }
  const opened = [...trial.openThreats().keys()];
  const before = first.openThreats();
  const after = new Set(opened);
  return {
    changes,
    atLeast: choice.atLeast,
    exact: complete && choice.atLeast === changes.length,
    before: sizeOf(first),
    after: sizeOf(trial),
    remaining: remainingOf(chosen),
    refused: [...chosen.knowledge.refused.values()],
    closes: [...before.keys()].filter((id) => !after.has(id)),
    opens: opened.filter((id) => !before.has(id)),
    kept: needs.length,
    runs: { made: runs.made(), most: mostRuns, complete: complete && changes.every(({ proved }) => proved) },
    alone,
  };
}

function sizeOf(trial: Trial): { readonly paths: number; readonly risk: number } {
  return { paths: trial.paths().length, risk: riskOf(trial) };
}

/** Ids of paths that are in one model and not in the other. */
function removedBy(before: Trial, after: Trial): readonly PathId[] {
  const left = new Set(after.paths().map(({ path }) => path.id));
  return before.paths().flatMap(({ path }) => (left.has(path.id) ? [] : [path.id]));
}

/** The change that takes most risk away for its effort first, by what is known; then proved one after the other. */
function inOrder(chosen: Chosen, first: Trial, runs: Runs): readonly ChosenChange[] {
  const result: ChosenChange[] = [];
  let left = [...chosen.changes];
  let before = first;
  for (const made: Change[] = []; left.length > 0; ) {
    const expected = (change: Change) => riskWith([...made, change], chosen, first);
    const gain = (change: Change) => (riskWith(made, chosen, first) - expected(change)) / change.effort;
    const [next] = left.toSorted((a, b) => gain(b) - gain(a) || (a.id < b.id ? -1 : 1));
    if (next === undefined) break;
    left = left.filter((change) => change !== next);
    made.push(next);
    const trial = left.length === 0 ? chosen.trial : runs.run(made);
    const told = { change: next, paths: trial === undefined ? [] : removedBy(before, trial) };
    result.push({ ...told, riskLeft: trial === undefined ? expected(next) : riskOf(trial), proved: trial !== undefined });
    before = trial ?? before;
  }
  return result;
}

/** Scores of the goals that are still reached with these changes, as far as ways to them are known. */
function riskWith(changes: readonly Change[], { knowledge }: Chosen, first: Trial): number {
  const goals = new Map<PathId, number>(first.paths().map(({ path }) => [path.id, 0]));
  for (const { rated } of knowledge.ways) {
    const before = goals.get(rated.path.id);
    if (before === undefined || before >= rated.risk.score || isCut(rated, changes)) continue;
    goals.set(rated.path.id, rated.risk.score);
  }
  return [...goals.values()].reduce((sum, score) => sum + score, 0);
}

function isCut({ path }: RatedPath, changes: readonly Change[]): boolean {
  return changes.some((change) => cuts(change, path));
}

function remainingOf({ trial, choice, complete }: Chosen): readonly RemainingPath[] {
  const reason = (id: PathId) => choice.uncut.get(id)?.because;
  const unknown = complete ? 'what is left of it is no worse than a way that stays' : 'the budget of runs ended before';
  return trial.paths().map((path) => ({ path, because: reason(path.path.id) ?? unknown }));
}
