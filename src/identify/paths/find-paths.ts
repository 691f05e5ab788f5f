import { type Attacker, type AttackPath, attackFactKey, type IdentifiedMove } from '../../model/attack.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Questions } from '../../model/questions.ts';
import { internet, isStranger } from './attackers.ts';
import { goalsOf, implies } from './goals.ts';
import { pathTo } from './path-to.ts';
import { type AttackGraph, createGraph, type Label, type Settled, search } from './search.ts';
import { type StartOptions, whoAttacks } from './who-attacks.ts';

/** What may be asked of the search. */
export type PathOptions = StartOptions;

/** Checks a path against the resolved resources; returns what is wrong with it, or undefined. */
export type ProofCheck = (path: AttackPath) => string | undefined;

export interface FoundPaths {
  readonly paths: readonly AttackPath[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Nobody reads more paths of one attacker than this; what is left out is told by number, and in full when asked for by name. */
const mostOfStrangers = 200;
const mostOfInsiders = 40;

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
  const { starts, diagnostics: refusals } = whoAttacks(ask, graph, options);
  const diagnostics: Diagnostic[] = [...refusals];
  for (const { attacker, asked } of starts) {
    const settled = attacker === internet ? anyone : search(graph, attacker.holds);
    const goals = goalsOf(graph, attacker, { ask, settled, asked })
      .filter((goal) => asked || attacker === internet || !isKnown(goal, anyone, isStranger(attacker)))
      .sort((left, right) => compareGoals(graph, left, right));
    const most = asked ? goals.length : isStranger(attacker) ? mostOfStrangers : mostOfInsiders;
    const told = new Set<number>();
    for (const goal of goals.slice(0, most)) {
      const path = pathTo(goal, attacker, { graph, ask, further: told.has(goal.fact) });
      if (path === undefined) continue;
      told.add(goal.fact);
      const fault = check(path);
      if (fault === undefined) paths.push(path);
      else diagnostics.push(refused(path, fault, ask));
    }
    const [first] = goals;
    if (goals.length > most && first !== undefined)
      diagnostics.push(shortened(attacker, goals.length - most, sourceOf(first, ask)));
  }
  return { paths, diagnostics };
}

function* instancesOf(moves: readonly IdentifiedMove[], ask: Questions) {
  for (const move of moves) for (const instance of move.instances(ask)) yield [move, instance] as const;
}

/**
 * What anyone on the internet can do as surely and wherever it holds, nobody needs to be told of others. Whoever has a
 * foothold is told only what he does surely, when strangers can do it at all.
 */
function isKnown(goal: Label, anyone: Settled, stranger: boolean): boolean {
  const ways = anyone.get(goal.fact) ?? [];
  if (!stranger && goal.rank > 0 && ways.length > 0) return true;
  return ways.some(({ rank, guard }) => rank <= goal.rank && implies(goal.guard, guard));
}

/** Administration first, then what is surest, then what is easiest. */
function compareGoals(graph: AttackGraph, left: Label, right: Label): number {
  const isLesser = (label: Label) => (graph.facts[label.fact]?.kind === 'administrates' ? 0 : 1);
  return (
    isLesser(left) - isLesser(right) ||
    left.rank - right.rank ||
    left.doubts - right.doubts ||
    left.cost - right.cost ||
    (keyOf(graph, left) < keyOf(graph, right) ? -1 : 1)
  );
}

function keyOf(graph: AttackGraph, { fact }: Label): string {
  const known = graph.facts[fact];
  return known === undefined ? '' : attackFactKey(known);
}

function shortened(attacker: Attacker, more: number, source: Diagnostic['source']): Diagnostic {
  const from = attacker.id.slice(attacker.id.indexOf(':') + 1);
  return {
    level: 'info',
    code: 'more-paths',
    message: `${more} further paths of ${attacker.id} are left out; \`bartizan paths --from ${from}\` lists all of them`,
    source,
  };
}

/** Where the last step of a way stands in the user's files. */
function sourceOf({ edge }: Label, ask: Questions): Diagnostic['source'] {
  const gives = edge?.instance.gives;
  const id =
    gives?.kind === 'acts-as'
      ? gives.principal
      : gives !== undefined && 'resource' in gives
        ? gives.resource
        : undefined;
  const resource = id === undefined ? ask.system.model.resources[0] : ask.system.resource(id);
  const span = resource === undefined ? undefined : ask.system.model.origins.span(resource.origin);
  return span ?? { file: id ?? '', line: 1, column: 1, endLine: 1 };
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
