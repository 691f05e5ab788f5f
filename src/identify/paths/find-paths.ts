import { type Attacker, type AttackPath, type IdentifiedMove, plainFactKey } from '../../model/attack.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Questions } from '../../model/questions.ts';
import { internet, isStranger } from './attackers.ts';
import { type Goal, goalsOf, implies } from './goals.ts';
import { type AttackGraph, createGraph } from './graph.ts';
import { pathTo } from './path-to.ts';
import { compareLabels, type Settled, search } from './search.ts';
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
  const graph = createGraph(moves, ask);
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

/**
 * What anyone on the internet can do as surely and wherever it holds, nobody needs to be told of others. Whoever has a
 * foothold is told only what he does surely, when strangers can do it at all.
 */
function isKnown({ fact, label }: Goal, anyone: Settled, stranger: boolean): boolean {
  const ways = anyone.ways(fact);
  if (!stranger && label.rank > 0 && ways.length > 0) return true;
  return ways.some(({ rank, guard }) => rank <= label.rank && implies(label.guard, guard));
}

/** Administration first, then what is surest, then what is easiest. */
function compareGoals(graph: AttackGraph, left: Goal, right: Goal): number {
  const isLesser = ({ fact }: Goal) => (graph.facts[fact]?.kind === 'administrates' ? 0 : 1);
  return (
    isLesser(left) - isLesser(right) ||
    compareLabels(left.label, right.label) ||
    (keyOf(graph, left) < keyOf(graph, right) ? -1 : 1)
  );
}

function keyOf(graph: AttackGraph, { fact }: Goal): string {
  const known = graph.facts[fact];
  return known === undefined ? '' : plainFactKey(known);
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
function sourceOf({ label: { edge } }: Goal, ask: Questions): Diagnostic['source'] {
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
