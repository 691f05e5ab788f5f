import { type AttackFact, attackFactKey } from '../../model/attack.ts';

/** Facts and what stands between them in a graph, as numbers. */
export interface Nodes {
  /** By number; undefined for inner nodes. */
  readonly facts: readonly (AttackFact | undefined)[];
  /** The number of a fact, a new one when it has none yet. */
  intern(fact: AttackFact): number;
  numberOf(fact: AttackFact): number | undefined;
  /** A node that is no fact, or a second one for a fact. */
  inner(fact?: AttackFact): number;
}

export function createNodes(): Nodes {
  const facts: (AttackFact | undefined)[] = [];
  // What is about a resource is looked up by its id: making keys of a hundred thousand facts takes longer than the rest.
  const byKind = new Map<string, Map<string, number>>();
  const numbersFor = (fact: AttackFact): readonly [Map<string, number>, string] => {
    const isPart = 'part' in fact && fact.part !== undefined;
    const plain =
      'resource' in fact && !isPart
        ? fact.resource
        : fact.kind === 'acts-as' && !fact.session
          ? fact.principal
          : undefined;
    const kind = plain === undefined ? '' : fact.kind;
    let numbers = byKind.get(kind);
    if (numbers === undefined) {
      numbers = new Map();
      byKind.set(kind, numbers);
    }
    return [numbers, plain ?? attackFactKey(fact)];
  };
  const inner = (fact?: AttackFact) => facts.push(fact) - 1;
  return {
    facts,
    inner,
    intern(fact) {
      const [numbers, key] = numbersFor(fact);
      const known = numbers.get(key);
      if (known !== undefined) return known;
      const made = inner(fact);
      numbers.set(key, made);
      return made;
    },
    numberOf(fact) {
      const [numbers, key] = numbersFor(fact);
      return numbers.get(key);
    },
  };
}
