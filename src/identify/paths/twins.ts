import type { ElementId } from '../../model/id.ts';
import type { Questions } from '../../model/questions.ts';
import type { Goal } from './goals.ts';
import type { AttackGraph } from './graph.ts';

/** A goal with others that nothing tells apart from it. */
export interface ToldGoal extends Goal {
  readonly alike: readonly Goal[];
}

/** So many twins are still told one by one. */
const fewTwins = 5;

/**
 * Of many goals that are members of just the same sets, of one type, account and worth, the first stands for all: every way
 * to it is a way to each of them.
 */
export function foldTwins(goals: readonly Goal[], graph: AttackGraph, ask: Questions): readonly ToldGoal[] {
  const twins = twinsOf(graph, ask);
  const groups = new Map<number, Goal[]>();
  const keys = goals.map(({ fact }) => twins(fact));
  goals.forEach((goal, at) => {
    const key = keys[at];
    if (key === undefined) return;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [goal]);
    else group.push(goal);
  });
  return goals.flatMap((goal, at): readonly ToldGoal[] => {
    const group = groups.get(keys[at] ?? -1) ?? [goal];
    if (group.length <= fewTwins) return [{ ...goal, alike: [] }];
    return group[0] === goal ? [{ ...goal, alike: group.slice(1) }] : [];
  });
}

const numbers = new WeakMap<AttackGraph, (fact: number) => number | undefined>();

/** Equal numbers for twins; none for what has no twin. Each fact is looked at once for all attackers. */
function twinsOf(graph: AttackGraph, ask: Questions): (fact: number) => number | undefined {
  const before = numbers.get(graph);
  if (before !== undefined) return before;
  const classes = twinClasses(graph);
  const worth = worthOf(ask);
  const byKey = new Map<string, number>();
  const found = new Array<number | undefined>(graph.facts.length);
  const made = (fact: number): number | undefined => {
    const twin = classes.get(fact);
    if (twin === undefined) return undefined;
    const number = found[fact];
    if (number !== undefined) return number;
    const key = `${twin} ${kindOf(fact, { graph, ask, worth })}`;
    const own = byKey.get(key) ?? byKey.size;
    byKey.set(key, own);
    found[fact] = own;
    return own;
  };
  numbers.set(graph, made);
  return made;
}

function kindOf(
  number: number,
  { graph, ask, worth }: { readonly graph: AttackGraph; readonly ask: Questions; readonly worth: Worth },
): string {
  const fact = graph.facts[number];
  if (fact === undefined || !('resource' in fact)) return `${number}`;
  const resource = ask.system.resource(fact.resource);
  const element = ask.system.elementOf(fact.resource)?.id;
  return `${fact.kind} ${resource?.type} ${resource?.deployment} ${element === undefined ? '' : worth.get(element)}`;
}

type Worth = ReadonlyMap<ElementId, string>;

const worths = new WeakMap<Questions, Worth>();

function worthOf(ask: Questions): Worth {
  const known = worths.get(ask);
  if (known !== undefined) return known;
  const made = new Map(
    ask.system.model.assets.map(({ heldBy, confidentiality, integrity, availability }) => [
      heldBy,
      `${confidentiality} ${integrity} ${availability}`,
    ]),
  );
  worths.set(ask, made);
  return made;
}

const known = new WeakMap<AttackGraph, ReadonlyMap<number, number>>();

/** For facts that are held as members of sets alone: equal numbers for members of the same sets. */
function twinClasses(graph: AttackGraph): ReadonlyMap<number, number> {
  const before = known.get(graph);
  if (before !== undefined) return before;
  const { edges, facts } = graph;
  const classes = new Map<number, number>();
  const next = new Map<number, number>();
  let count = 1;
  for (const members of memberships(graph)) {
    next.clear();
    for (const member of members) {
      const own = classes.get(member) ?? 0;
      let refined = next.get(own);
      if (refined === undefined) {
        refined = count++;
        next.set(own, refined);
      }
      classes.set(member, refined);
    }
  }
  edges.gives.forEach((node, edge) => {
    if (facts[node] !== undefined && edges.step[edge] !== undefined) classes.delete(node);
  });
  known.set(graph, classes);
  return classes;
}

/** The members of each set, those that something needs as well: they hang on their set by an edge that is no step. */
function* memberships({ edges, ends, facts }: AttackGraph): Generator<readonly number[]> {
  yield* ends.values();
  for (let node = 0; node < facts.length; node += 1) {
    const members: number[] = [];
    for (let link = edges.first(node); link >= 0; link = edges.next[link] ?? -1) {
      const edge = edges.edgeOf[link] ?? -1;
      const member = edges.gives[edge];
      if (member !== undefined && edges.step[edge] === undefined) members.push(member);
    }
    if (members.length > 0) yield members;
  }
}
