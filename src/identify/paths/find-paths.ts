import type { Attacker, AttackPath, IdentifiedMove } from '../../model/attack.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Questions } from '../../model/questions.ts';
import { attackersOf, footholds, internet, isStranger } from './attackers.ts';
import { goalsOf, implies, type Settled } from './goals.ts';
import { pathTo } from './path-to.ts';
import { type AttackGraph, createGraph, type Label, search } from './search.ts';

/** What may be asked of the search. */
export interface PathOptions {
  /** Only these attackers: `internet`, or whole ids such as `user:app/Deployer`. */
  readonly attackers?: readonly string[];
  /** Also from here: the id, address or name of an identity or workload that somebody is taken to hold. */
  readonly from?: string;
}

/** Checks a path against the resolved resources; returns what is wrong with it, or undefined. */
export type ProofCheck = (path: AttackPath) => string | undefined;

export interface FoundPaths {
  readonly paths: readonly AttackPath[];
  readonly diagnostics: readonly Diagnostic[];
}

/** All attack paths, each accepted by the proof checker; one that it refuses is a fault of ours and is told as such. */
export function findPaths(
  moves: readonly IdentifiedMove[],
  ask: Questions,
  check: ProofCheck,
  options: PathOptions = {},
): FoundPaths {
  const graph = createGraph(instancesOf(moves, ask));
  const anyone = search(graph, internet.holds);
  const paths: AttackPath[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const { attacker, asked } of whoAttacks(ask, graph, options)) {
    const settled = attacker === internet ? anyone : search(graph, attacker.holds);
    const told = new Set<number>();
    for (const goal of goalsOf(graph, attacker, { ask, settled, asked })) {
      if (!asked && attacker !== internet && isKnown(goal, anyone, isStranger(attacker))) continue;
      const path = pathTo(goal, attacker, { graph, ask, further: told.has(goal.fact) });
      if (path === undefined) continue;
      told.add(goal.fact);
      const fault = check(path);
      if (fault === undefined) paths.push(path);
      else diagnostics.push(refused(path, fault, ask));
    }
  }
  return { paths, diagnostics };
}

function* instancesOf(moves: readonly IdentifiedMove[], ask: Questions) {
  for (const move of moves) for (const instance of move.instances(ask)) yield [move, instance] as const;
}

interface Start {
  readonly attacker: Attacker;
  /** Asked about by name. */
  readonly asked: boolean;
}

function whoAttacks(ask: Questions, graph: AttackGraph, { attackers, from }: PathOptions): readonly Start[] {
  const named = from === undefined ? [] : footholds(ask, graph, from);
  const ids = new Set(named.map(({ id }) => id));
  const others = attackersOf(ask, graph).filter(
    ({ id }) => !ids.has(id) && (attackers === undefined || attackers.includes(id)),
  );
  return [
    ...others.map((attacker) => ({ attacker, asked: false })),
    ...named.map((attacker) => ({ attacker, asked: true })),
  ];
}

/**
 * What anyone on the internet can do as surely and wherever it holds, nobody needs to be told of others. Whoever has a
 * foothold is told only what he does surely, when strangers can do it at all.
 */
function isKnown(goal: Label, anyone: Settled, stranger: boolean): boolean {
  const ways = anyone[goal.fact] ?? [];
  if (!stranger && goal.rank > 0 && ways.length > 0) return true;
  return ways.some(({ rank, guard }) => rank <= goal.rank && implies(goal.guard, guard));
}

function refused(path: AttackPath, fault: string, ask: Questions): Diagnostic {
  const proof = path.steps
    .flatMap(({ instance }) => instance.proof)
    .find((item) => item.kind === 'runs-as' || item.kind === 'setting');
  const origin = proof !== undefined && 'origin' in proof ? ask.system.model.origins.span(proof.origin) : undefined;
  return {
    level: 'error',
    code: 'proof-refused',
    message: `The proof checker refuses the path ${path.id}: ${fault}. The path is left out; please report this.`,
    source: origin ?? { file: path.entry, line: 1, column: 1, endLine: 1 },
  };
}
