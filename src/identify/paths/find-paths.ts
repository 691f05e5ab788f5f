import {
  type Attacker,
  type AttackFact,
  type AttackPath,
  type AttackStep,
  attackFactKey,
  type IdentifiedMove,
} from '../../model/attack.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { type ElementId, id, type PathId, type ResourceId, type StepId } from '../../model/id.ts';
import type { OpenCondition, Questions } from '../../model/questions.ts';
import { internetElement } from '../../model/system.ts';
import { attackersOf } from './attackers.ts';
import { type AttackGraph, certaintyOf, createGraph, type Label, search } from './search.ts';

/** What may be asked of the search. */
export interface PathOptions {
  /** Only these attackers: `internet`, or whole ids such as `user:app/Deployer`. */
  readonly attackers?: readonly string[];
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
  const wanted = options.attackers;
  const attackers = attackersOf(ask, graph).filter((attacker) => wanted === undefined || wanted.includes(attacker.id));
  const paths: AttackPath[] = [];
  const diagnostics: Diagnostic[] = [];
  const strangers = new Set<number>();
  for (const attacker of attackers) {
    const settled = search(graph, attacker.holds);
    for (const goal of goalsOf(graph, attacker, settled)) {
      if (isStranger(attacker)) strangers.add(goal.fact);
      else if (strangers.has(goal.fact) && goal.rank > 0) continue;
      const path = pathTo(goal, attacker, graph, ask);
      if (path === undefined) continue;
      const fault = check(path);
      if (fault === undefined) paths.push(path);
      else diagnostics.push(refused(path, fault, ask));
    }
  }
  return { paths: withoutRepeats(paths), diagnostics };
}

function* instancesOf(moves: readonly IdentifiedMove[], ask: Questions) {
  for (const move of moves) for (const instance of move.instances(ask)) yield [move, instance] as const;
}

function isStranger(attacker: Attacker): boolean {
  return attacker.id === 'internet' || attacker.id === 'any-aws-account' || attacker.id.startsWith('third-party:');
}

/**
 * What is worth reporting: administration, data read or changed, and code or identities taken where the way ends.
 * Somebody who is given a foothold (a key, code in a workload) and only uses that foothold's own rights attacks nothing;
 * for him the way must lead over another identity.
 */
function goalsOf(graph: AttackGraph, attacker: Attacker, settled: readonly (readonly Label[])[]): readonly Label[] {
  const best = settled.flatMap((labels) => labels?.[0] ?? []).filter((label) => label.edge !== undefined);
  const used = new Set(best.flatMap((label) => label.premises.map((premise) => premise.fact)));
  return best.filter((label) => {
    const fact = graph.facts[label.fact];
    if (fact === undefined) return false;
    if (!isStranger(attacker) && !leadsOverAnother(label, attacker)) return false;
    if (fact.kind === 'administrates' || fact.kind === 'reads' || fact.kind === 'writes') return true;
    return (
      (fact.kind === 'runs-code' || fact.kind === 'acts-as') && !used.has(label.fact) && !heldAtStart(fact, attacker)
    );
  });
}

function heldAtStart(fact: AttackFact, attacker: Attacker): boolean {
  return attacker.holds.some((held) => attackFactKey(held) === attackFactKey(fact));
}

/** Does the way give an identity other than the one that the foothold has by itself? */
function leadsOverAnother(label: Label, attacker: Attacker): boolean {
  const gives = label.edge?.instance.gives;
  const own = label.premises.every((premise) => premise.edge === undefined);
  const another =
    gives?.kind === 'administrates' || (gives?.kind === 'acts-as' && !(own && attacker.id.startsWith('workload:')));
  return another || label.premises.some((premise) => leadsOverAnother(premise, attacker));
}

function pathTo(goal: Label, attacker: Attacker, graph: AttackGraph, ask: Questions): AttackPath | undefined {
  const steps = stepsOf(goal, graph, ask);
  const [first] = steps;
  const last = steps.at(-1);
  const fact = graph.facts[goal.fact];
  if (first === undefined || last === undefined || fact === undefined) return undefined;
  return {
    id: id<PathId>(`${attacker.id}>${attackFactKey(fact)}`),
    attacker,
    entry: entryOf(first),
    target: last.to,
    gains: gainOf(fact),
    certainty: certaintyOf(goal.rank),
    guard: goal.guard,
    cost: steps.reduce((sum, step) => sum + step.move.cost, 0),
    steps: [first, ...steps.slice(1)],
    conditions: conditionsOf(steps),
  };
}

/** Where the attacker first touches the system: the first step's end when it comes from outside. */
function entryOf(first: AttackStep): ElementId {
  return first.from.startsWith('external/') ? first.to : first.from;
}

function gainOf(fact: AttackFact): string {
  switch (fact.kind) {
    case 'administrates':
      return 'administrator';
    case 'reads':
      return 'read data';
    case 'writes':
      return 'write data';
    case 'runs-code':
      return 'run code';
    case 'acts-as':
      return 'act as';
    default:
      return 'reach';
  }
}

/** Steps in topological order: premises before what they lead to, each once. */
function stepsOf(goal: Label, graph: AttackGraph, ask: Questions): readonly AttackStep[] {
  const steps: AttackStep[] = [];
  const done = new Map<Label, StepId>();
  const visit = (label: Label): StepId | string => {
    const known = done.get(label);
    if (known !== undefined) return known;
    const fact = graph.facts[label.fact];
    if (label.edge === undefined) return fact === undefined ? '' : attackFactKey(fact);
    const needs = label.premises.map(visit);
    const from = elementOf(label.edge.instance.needs[0], ask) ?? internetElement;
    const step: AttackStep = {
      id: id<StepId>(`s${steps.length + 1}`),
      move: label.edge.move,
      from,
      to: elementOf(label.edge.instance.gives, ask) ?? from,
      needs,
      instance: label.edge.instance,
    };
    steps.push(step);
    done.set(label, step.id);
    return step.id;
  };
  visit(goal);
  return steps;
}

/** The element that a fact is about; undefined for administration, which is about the identity that gained it. */
function elementOf(fact: AttackFact | undefined, ask: Questions): ElementId | undefined {
  const of = (resource: ResourceId) => ask.system.elementOf(resource)?.id;
  switch (fact?.kind) {
    case 'can-call':
    case 'runs-code':
    case 'reads':
    case 'writes':
      return of(fact.resource);
    case 'acts-as':
      return of(fact.principal);
    case 'administrates':
      return undefined;
    case 'controls-external':
      return id<ElementId>(fact.party);
    default:
      return internetElement;
  }
}

function conditionsOf(steps: readonly AttackStep[]): readonly OpenCondition[] {
  const all = steps.flatMap(({ instance }) =>
    instance.proof.flatMap((item) =>
      item.kind === 'allowed' || item.kind === 'trusted' || item.kind === 'open-to' ? item.decision.conditions : [],
    ),
  );
  const keys = new Set<string>();
  return all.filter((condition) => {
    const key = JSON.stringify([condition.key, condition.operator, condition.values]);
    if (keys.has(key)) return false;
    keys.add(key);
    return true;
  });
}

/** What any stranger can do, the owner of an AWS account can do the same way: told once. */
function withoutRepeats(paths: readonly AttackPath[]): readonly AttackPath[] {
  const byInternet = new Set(paths.filter(({ attacker }) => attacker.id === 'internet').map((path) => goalKey(path)));
  return paths.filter((path) => path.attacker.id !== 'any-aws-account' || !byInternet.has(goalKey(path)));
}

function goalKey(path: AttackPath): string {
  return `${path.gains} ${path.target} ${path.certainty}`;
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
