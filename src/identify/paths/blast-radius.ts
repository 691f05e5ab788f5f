import {
  type Attacker,
  type AttackFact,
  type Certainty,
  type IdentifiedMove,
  plainFactKey,
  resourceOfFact,
} from '../../model/attack.ts';
import type { ElementId } from '../../model/id.ts';
import type { Questions } from '../../model/questions.ts';
import { textKey } from '../../model/text.ts';
import { attackersOf, footholds, isGiven } from './attackers.ts';
import { certaintyOf } from './edges.ts';
import { createGraph } from './graph.ts';
import { search } from './search.ts';

/** Everything that one foothold reaches, as sure as its surest way. */
export interface BlastRadius {
  readonly attacker: Attacker;
  readonly identities: readonly Reached[];
  readonly workloads: readonly Reached[];
  readonly readable: readonly Reached[];
  readonly writable: readonly Reached[];
  /** By account id, or what stands for it. */
  readonly administered: readonly { readonly account: string; readonly certainty: Certainty }[];
  /** Accounts that anything of this belongs to. */
  readonly accounts: readonly string[];
}

export interface Reached {
  readonly element: ElementId;
  readonly certainty: Certainty;
}

/** What each attacker of that name reaches: an element by id, address or name, or an attacker's id. */
export function blastRadius(moves: readonly IdentifiedMove[], ask: Questions, from: string): readonly BlastRadius[] {
  const graph = createGraph(moves, ask);
  const named = footholds(ask, graph, from);
  const attackers = named.length > 0 ? named : attackersOf(ask, graph).filter(({ id }) => id === from);
  return attackers.map((attacker) => {
    const settled = search(graph, attacker.holds);
    const best = new Map<string, { readonly fact: AttackFact; readonly rank: number }>();
    for (const number of settled.facts()) {
      const fact = graph.facts[number];
      const [way] = settled.ways(number);
      if (fact === undefined || way === undefined || isGiven(fact, attacker)) continue;
      const key = plainFactKey(fact);
      const before = best.get(key);
      if (before === undefined || way.rank < before.rank) best.set(key, { fact, rank: way.rank });
    }
    return radiusOf(attacker, [...best.values()], ask);
  });
}

function radiusOf(
  attacker: Attacker,
  found: readonly { readonly fact: AttackFact; readonly rank: number }[],
  ask: Questions,
): BlastRadius {
  const of = (kind: AttackFact['kind']): readonly Reached[] => {
    const surest = new Map<ElementId, number>();
    for (const { fact, rank } of found) {
      const resource = fact.kind === kind ? resourceOfFact(fact) : undefined;
      const element = resource === undefined ? undefined : ask.system.elementOf(resource)?.id;
      if (element !== undefined) surest.set(element, Math.min(rank, surest.get(element) ?? rank));
    }
    return [...surest]
      .sort(([left, one], [right, other]) => one - other || (left < right ? -1 : 1))
      .map(([element, rank]) => ({ element, certainty: certaintyOf(rank) }));
  };
  const accounts = new Set<string>();
  for (const { fact } of found) {
    const resource = resourceOfFact(fact);
    if (resource !== undefined) accounts.add(textKey(ask.system.deploymentOf(resource).account));
  }
  return {
    attacker,
    identities: of('acts-as'),
    workloads: of('runs-code'),
    readable: of('reads'),
    writable: of('writes'),
    administered: found
      .flatMap(({ fact, rank }) =>
        fact.kind === 'administrates' ? [{ account: fact.account, certainty: certaintyOf(rank) }] : [],
      )
      .sort((left, right) => (left.account < right.account ? -1 : 1)),
    accounts: [...accounts].sort(),
  };
}
