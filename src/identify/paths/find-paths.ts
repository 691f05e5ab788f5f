import { leftOut } from '../../catalog/moves/left-out.ts';
import { type Attacker, type AttackPath, type IdentifiedMove, resourceOfFact } from '../../model/attack.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { ResourceId } from '../../model/id.ts';
import type { Questions } from '../../model/questions.ts';
import { anyAccount, internet, isStranger } from './attackers.ts';
import { bestWays } from './best-ways.ts';
import { factTable } from './fact-table.ts';
import { type Goal, goalsOf } from './goals.ts';
import { type AttackGraph, createGraph } from './graph.ts';
import type { Label } from './label.ts';
import { pathTo } from './path-to.ts';
import { search } from './search.ts';
import type { Settled } from './settled.ts';
import { foldTwins } from './twins.ts';
import { rankOf } from './walk.ts';
import { type Start, type StartOptions, whoAttacks } from './who-attacks.ts';

/** What may be asked of the search. */
export interface PathOptions extends StartOptions {
  /** Only paths that end here, all of them: the address, id or name of an element. */
  readonly to?: string;
  /** So many ways to each end instead of the best alone; with `to`. */
  readonly best?: number;
  /** Of whoever is asked about by name and comes to administrate an account: that alone, without all that follows from it there. */
  readonly folded?: boolean;
}

/** Checks a path against the resolved resources; returns what is wrong with it, or undefined. */
export type ProofCheck = (path: AttackPath) => string | undefined;

export interface FoundPaths {
  readonly paths: readonly AttackPath[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Nobody reads more paths of one attacker than this; what is left out is told by number, and in full when asked for by name. */
const mostOfStrangers = 200;
const mostOfInsiders = 40;
/** Nor more of all insiders together: in a large system each of them is told less of. */
const mostInAll = 4_000;

/** All attack paths, each accepted by the proof checker; one that it refuses is a fault of ours and is told as such. */
export function findPaths(
  moves: readonly IdentifiedMove[],
  ask: Questions,
  check: ProofCheck,
  options: PathOptions = {},
): FoundPaths {
  const graph = createGraph(moves, ask);
  const anyone = search(graph, internet.holds);
  const anyOwner = search(graph, anyAccount.holds);
  const { starts, diagnostics: refusals } = whoAttacks(ask, graph, options);
  const finding: Finding = { graph, ask, check, options, paths: [], diagnostics: [...refusals] };
  const insiders = starts.filter(({ attacker }) => !isStranger(attacker) && leadsAnywhere(graph, attacker));
  const share = Math.max(1, Math.min(mostOfInsiders, Math.floor(mostInAll / Math.max(1, insiders.length))));
  for (const start of starts) {
    const { attacker, asked } = start;
    if (!leadsAnywhere(graph, attacker)) continue;
    const settled = attacker === internet ? anyone : attacker === anyAccount ? anyOwner : search(graph, attacker.holds);
    const others = isStranger(attacker) && attacker !== anyAccount ? anyOwner : anyone;
    const known = (goal: Goal) =>
      !asked && attacker !== internet && isKnown(goal, others, { graph, attacker, settled });
    const goals = goalsOf(graph, attacker, {
      ask,
      settled,
      asked: asked || options.to !== undefined,
      named: options.to !== undefined,
      folded: options.folded === true && options.to === undefined,
      ...(isStranger(attacker) && { isKnown: known }),
    })
      .filter((goal) => isWanted(goal, finding))
      .filter((goal) => !known(goal))
      .sort(inOrder(graph, ask));
    tellGoals(finding, start, { settled, goals, most: isStranger(attacker) ? mostOfStrangers : share });
  }
  finding.diagnostics.push(...leftOut(ask).map((what) => notLookedAt(what, ask)));
  return { paths: finding.paths, diagnostics: finding.diagnostics };
}

/** A move stopped before it had tried everything: that is no proof of safety. */
function notLookedAt(what: string, ask: Questions): Diagnostic {
  return {
    level: 'warning',
    code: 'moves-bounded',
    message: `The system is too large for some moves; not looked at: ${what}. Paths over these are not ruled out: model fewer accounts or folders at once to see them.`,
    source: sourceOfResource(ask, undefined),
  };
}

interface Finding {
  readonly graph: AttackGraph;
  readonly ask: Questions;
  readonly check: ProofCheck;
  readonly options: PathOptions;
  readonly paths: AttackPath[];
  readonly diagnostics: Diagnostic[];
}

/** Can anything be done with what the attacker holds? */
function leadsAnywhere(graph: AttackGraph, { holds }: Attacker): boolean {
  return holds.some((fact) => {
    const node = graph.start(fact);
    return node !== undefined && graph.edges.first(node) >= 0;
  });
}

/** Does it end where the user asked? Whoever gains an account is told by the identity that gains it. */
function isWanted({ fact: number }: Goal, { graph, ask, options: { to } }: Finding): boolean {
  if (to === undefined) return true;
  const fact = graph.facts[number];
  if (fact === undefined || fact.kind === 'administrates') return true;
  const resource = resourceOfFact(fact);
  const element = resource === undefined ? undefined : ask.system.elementOf(resource);
  return element !== undefined && [element.id, element.address, element.name].includes(to);
}

function tellGoals(
  finding: Finding,
  { attacker, asked }: Start,
  { settled, goals, most }: { readonly settled: Settled; readonly goals: readonly Goal[]; readonly most: number },
): void {
  const { graph, ask, options, diagnostics } = finding;
  const isWhole = asked || options.to !== undefined;
  const folded =
    options.to === undefined ? foldTwins(goals, graph, ask) : goals.map((goal) => ({ ...goal, alike: [] }));
  const told = new Set<number>();
  for (const goal of isWhole ? folded : folded.slice(0, most)) {
    const further = told.has(goal.fact);
    const ways = options.to === undefined ? 1 : (options.best ?? 1);
    const best = { fact: goal.fact, label: settled.tell(goal) };
    const labels = ways > 1 ? bestWays(graph, attacker.holds, { goal: best, count: ways }) : [best.label];
    labels.forEach((label, at) => {
      const path = pathTo({ fact: goal.fact, label, alike: goal.alike.map(({ fact }) => fact) }, attacker, {
        graph,
        ask,
        further,
        way: at + 1,
      });
      if (path === undefined) return;
      told.add(goal.fact);
      tellPath(finding, path);
    });
  }
  const left = folded.length - most;
  const [first] = folded;
  if (!isWhole && left > 0 && first !== undefined)
    diagnostics.push(shortened(attacker, left, sourceOf(settled.tell(first), ask)));
}

function tellPath({ check, paths, diagnostics, ask }: Finding, path: AttackPath): void {
  const fault = check(path);
  if (fault === undefined) paths.push(path);
  else diagnostics.push(refused(path, fault, ask));
}

/**
 * What anyone on the internet can do as surely and wherever it holds, nobody needs to be told of others, nor of parties
 * outside what the owner of any AWS account can do. Whoever has a
 * foothold is told only what he does surely, when strangers can do it at all. A sure way to administration that begins
 * elsewhere is another door: it stays open when that of the strangers is closed, and so is told.
 */
function isKnown(
  goal: Goal,
  anyone: Settled,
  of: { readonly graph: AttackGraph; readonly attacker: Attacker; readonly settled: Settled },
): boolean {
  const { graph, attacker, settled } = of;
  const rank = rankOf(goal.key);
  const isAdministration = graph.facts[goal.fact]?.kind === 'administrates';
  if (isAdministration && rank === 0 && !beginsOnInternet(graph, settled.tell(goal))) return false;
  const ways = anyone.waysTo(goal.fact);
  if (!isStranger(attacker) && rank > 0 && ways.length > 0) return true;
  return ways.some(({ key, guard }) => rankOf(key) <= rank && graph.guards.covers(guard, goal.guard));
}

function beginsOnInternet(graph: AttackGraph, { fact, premises }: Label): boolean {
  if (premises.length > 0) return premises.every((premise) => beginsOnInternet(graph, premise));
  const kind = graph.facts[fact]?.kind;
  return kind === 'network' || kind === 'any-aws-account';
}

/** Administration first, then what is surest, then what is easiest. */
function inOrder(graph: AttackGraph, ask: Questions): (left: Goal, right: Goal) => number {
  const { place } = factTable(graph, ask);
  const isLesser = ({ fact }: Goal) => (graph.facts[fact]?.kind === 'administrates' ? 0 : 1);
  return (left, right) =>
    isLesser(left) - isLesser(right) || left.key - right.key || place(left.fact) - place(right.fact);
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
  return sourceOfResource(ask, resourceOfFact(edge?.instance.gives));
}

/** Where a resource stands; the first one when what is told is about no one in particular. */
function sourceOfResource(ask: Questions, id: ResourceId | undefined): Diagnostic['source'] {
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
