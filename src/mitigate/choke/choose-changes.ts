import type { Change, Trial, TryOut } from '../../model/choke-points.ts';
import type { MitigationId, PathId } from '../../model/id.ts';
import type { Resource } from '../../model/resource.ts';
import type { ChangeContext } from './change-context.ts';
import { withChanges } from './changes-for.ts';
import { type Choice, chooseFor, isWorthCutting } from './choose-for.ts';
import { type Knowledge, versionOf, type Way } from './known-ways.ts';
import { brokenNeeds, type Need } from './needs.ts';
import { isResource } from './rights.ts';

/** Runs of the model on changed resources, each set of changes once, as long as there is budget. */
export interface Runs {
  readonly most: number;
  made(): number;
  /** Undefined when the budget is used up. */
  run(changes: readonly Change[]): Trial | undefined;
  /** From now on no more than so many whole ones, within the budget. */
  keepTo(more: number): void;
}

export function createRuns(resources: readonly Resource[], first: Trial, tryOut: TryOut, most: number): Runs {
  const done = new Map<string, Trial>([['', first]]);
  const searched = new Set<string>();
  let left = most;
  return {
    most,
    made: () => done.size - 1,
    keepTo(more) {
      left = Math.min(most, searched.size + more);
    },
    run(changes) {
      const key = changes.map(versionOf).sort().join('\n');
      const before = done.get(key);
      if (before !== undefined || searched.size >= left || done.size > most * mostRefused) return before;
      const made = tryOut(
        withChanges(resources, changes),
        changes.flatMap(({ guardrail }) => guardrail ?? []),
      );
      const paths = () => {
        searched.add(key);
        return made.paths();
      };
      const trial = { ...made, paths };
      done.set(key, trial);
      return trial;
    },
  };
}

/**
 * A run that shows a need to be broken ends before the paths are searched, which is most of its work: so many times the
 * budget of whole runs may be spent on those.
 */
const mostRefused = 2;

/** What the search for the smallest set came to. */
export interface Chosen {
  readonly changes: readonly Change[];
  readonly trial: Trial;
  readonly choice: Choice;
  readonly knowledge: Knowledge;
  /** The model has no way left that a change could cut; otherwise the budget ended before. */
  readonly complete: boolean;
}

/**
 * The smallest set of changes, by learning: the cheapest choice for the ways that are known, the model run with it, the ways
 * that are left there learned, until none is left that a change could cut. Each way is one of the system as it is as well,
 * since changes only take away; so no set smaller than the choice cuts all of them.
 */
export function chooseChanges(first: Trial, runs: Runs, context: ChangeContext): Chosen {
  let known: Knowledge = {
    ways: first.paths().map((rated) => ({ rated, trial: first, despite: new Set<string>() })),
    goals: new Set(first.paths().map(({ path }) => path.id)),
    refused: new Map(),
    forbidden: [],
  };
  let best: Pick<Chosen, 'changes' | 'trial'> = { changes: [], trial: first };
  let last = '';
  for (;;) {
    const choice = chooseFor(known, context);
    const key = choice.changes.map(versionOf).join('\n');
    const trial = runs.run(choice.changes);
    if (trial === undefined) return { ...best, choice, knowledge: known, complete: false };
    const broken = choice.changes.length === 0 ? [] : brokenNeeds(context.needs, trial.ask);
    if (broken.length > 0) {
      const learned = refuse(choice.changes, broken, { known, runs, context });
      if (learned === undefined) return { ...best, choice, knowledge: known, complete: false };
      known = learned;
      continue;
    }
    if (riskOf(trial, known.goals) <= riskOf(best.trial, known.goals)) best = { changes: choice.changes, trial };
    if (key === last) return { changes: choice.changes, trial, choice, knowledge: known, complete: true };
    last = key;
    known = { ...known, ways: [...known.ways, ...waysLeft(trial, choice.changes)] };
  }
}

function waysLeft(trial: Trial, changes: readonly Change[]): readonly Way[] {
  const despite = new Set(changes.map(versionOf));
  return trial.paths().map((rated) => ({ rated, trial, despite }));
}

/** Sum of the scores of the paths of a model that are worth a change. `goals`: those of the system as it is. */
export function riskOf(trial: Trial, goals: ReadonlySet<PathId>): number {
  return trial.paths().reduce((sum, rated) => sum + (isWorthCutting(rated, goals) ? rated.risk.score : 0), 0);
}

/**
 * Refuses the changes that break something by themselves; when none does, all of them together. Undefined when the budget
 * ended before that was clear.
 */
function refuse(
  changes: readonly Change[],
  broken: readonly Need[],
  { known, runs, context }: { readonly known: Knowledge; readonly runs: Runs; readonly context: ChangeContext },
): Knowledge | undefined {
  const refused = new Map(known.refused);
  const unexplained = new Set(broken);
  for (const change of nearest(changes, broken)) {
    if (unexplained.size === 0) break;
    const trial = changes.length === 1 ? undefined : runs.run([change]);
    if (changes.length > 1 && trial === undefined) return undefined;
    const own = trial === undefined ? broken : brokenNeeds(context.needs, trial.ask);
    if (own.length === 0) continue;
    refused.set(change.id, { change, breaks: own.map(({ title }) => title) });
    for (const need of own) unexplained.delete(need);
  }
  if (refused.size > known.refused.size) return { ...known, refused };
  const together: readonly MitigationId[] = changes.map(({ id }) => id);
  return { ...known, forbidden: [...known.forbidden, together] };
}

/** Those that change what a broken right, trust or connection rests on come first: they are the likeliest. */
function nearest(changes: readonly Change[], broken: readonly Need[]): readonly Change[] {
  const touched = new Set(
    broken.flatMap(({ right, trust }) => [
      ...(right === undefined ? [] : [right.principal, ...(isResource(right.on) ? [right.on.id] : [])]),
      ...(right?.allowedBy ?? []).flatMap(({ policy }) => policy.statedBy ?? []),
      ...(trust === undefined ? [] : [trust.role]),
    ]),
  );
  const isNetwork = broken.some(({ right, trust }) => right === undefined && trust === undefined);
  const rank = ({ resource, fix }: Change) =>
    touched.has(resource) || (isNetwork && fix.control === 'security-group-rule') ? 0 : 1;
  return changes.toSorted((a, b) => rank(a) - rank(b));
}
