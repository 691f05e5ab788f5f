import type { OpenCondition } from '../../model/access.ts';
import { type Attacker, type AttackFact, type AttackPath, type AttackStep, plainFactKey } from '../../model/attack.ts';
import { describeGuard } from '../../model/guard.ts';
import { type ElementId, id, type PathId, type ResourceId, type StepId } from '../../model/id.ts';
import type { Questions } from '../../model/questions.ts';
import { internetElement } from '../../model/system.ts';
import { coveredObjects } from './covered-objects.ts';
import { certaintyOf } from './edges.ts';
import type { AttackGraph } from './graph.ts';
import type { Label } from './label.ts';

/** An end with the way to it. */
export interface TellableGoal {
  readonly fact: number;
  readonly label: Label;
  /** Facts that nothing tells apart from it. */
  readonly alike?: readonly number[];
}

/** The path that leads to a goal, told from the start. `further`: another way to the same goal has been told before. */
export function pathTo(
  goal: TellableGoal,
  attacker: Attacker,
  context: { readonly graph: AttackGraph; readonly ask: Questions; readonly further: boolean; readonly way?: number },
): AttackPath | undefined {
  const { graph, ask, further, way = 1 } = context;
  const steps = stepsOf(goal.label, graph, ask);
  const [first] = steps;
  const last = steps.at(-1);
  const fact = graph.facts[goal.fact];
  if (first === undefined || last === undefined || fact === undefined) return undefined;
  const covers = coveredObjects(ask, last.instance);
  const end = `${attacker.id}>${plainFactKey(fact)}`;
  return {
    id: id<PathId>(`${end}${further ? ` if ${describeGuard(goal.label.guard)}` : ''}${way > 1 ? ` way ${way}` : ''}`),
    attacker,
    entry: entryOf(first, ask),
    target: last.to,
    gains: gainOf(fact),
    ...(covers !== undefined && { covers }),
    certainty: certaintyOf(goal.label.rank),
    guard: goal.label.guard,
    cost: steps.reduce((sum, step) => sum + step.move.cost, 0),
    steps: [first, ...steps.slice(1)],
    conditions: conditionsOf(steps),
    ...(goal.alike !== undefined && goal.alike.length > 0 && { alike: alikeOf(goal.alike, graph, ask) }),
  };
}

function alikeOf(facts: readonly number[], graph: AttackGraph, ask: Questions): NonNullable<AttackPath['alike']> {
  const targets = facts.flatMap((fact) => elementOf(graph.facts[fact], ask) ?? []);
  return { targets: [...new Set(targets)] };
}

/** Where the attacker first touches the system: the first step's end when it comes from outside. */
function entryOf(first: AttackStep, ask: Questions): ElementId {
  const from = ask.system.element(first.from);
  return from === undefined || from.kind === 'external-entity' ? first.to : first.from;
}

function gainOf(fact: AttackFact): string {
  switch (fact.kind) {
    case 'administrates':
      return 'administrator';
    case 'reads':
      return 'read data';
    case 'writes':
      return 'write data';
    case 'destroys':
      return 'destroy data';
    case 'blinds':
      return 'switch off detection';
    case 'runs-code':
      return 'run code';
    case 'acts-as':
      return 'act as';
    case 'knows':
      return 'know a secret';
    default:
      return 'reach';
  }
}

/** Steps in topological order: premises before what they lead to, each once. */
function stepsOf(goal: Label, graph: AttackGraph, ask: Questions): readonly AttackStep[] {
  const steps: AttackStep[] = [];
  const done = new Map<Label, AttackStep>();
  const visit = (label: Label): AttackStep | string => {
    const known = done.get(label);
    if (known !== undefined) return known;
    const fact = graph.facts[label.fact];
    const { edge } = label;
    if (edge === undefined) return fact === undefined ? '' : plainFactKey(fact);
    const needs = label.premises.map(visit);
    const [before] = needs;
    const instance = fact?.kind === 'acts-as' ? { ...edge.instance, gives: fact } : edge.instance;
    const from =
      elementOf(instance.needs[0], ask) ?? (typeof before === 'object' ? before.to : undefined) ?? internetElement;
    const step: AttackStep = {
      id: id<StepId>(`s${steps.length + 1}`),
      move: edge.move,
      from,
      to: elementOf(instance.gives, ask) ?? from,
      needs: needs.map((need) => (typeof need === 'object' ? need.id : need)),
      instance,
    };
    steps.push(step);
    done.set(label, step);
    return step;
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
    case 'destroys':
    case 'blinds':
    case 'knows':
      return of(fact.resource);
    case 'acts-as':
      return of(fact.principal);
    case 'administrates':
      return undefined;
    case 'controls-external':
      return of(id<ResourceId>(fact.party)) ?? id<ElementId>(fact.party);
    default:
      return internetElement;
  }
}

/** What must hold besides. How the attacker has to write his requests is up to him and left out. */
function conditionsOf(steps: readonly AttackStep[]): readonly OpenCondition[] {
  const all = steps.flatMap(({ instance }) =>
    instance.proof.flatMap((item) =>
      'decision' in item && item.decision.verdict === 'conditional' ? item.decision.conditions : [],
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
