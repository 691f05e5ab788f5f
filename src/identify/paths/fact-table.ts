import { type AttackFact, plainFactKey, resourceOfFact } from '../../model/attack.ts';
import type { ResourceId } from '../../model/id.ts';
import type { Questions } from '../../model/questions.ts';
import { textKey } from '../../model/text.ts';
import type { AttackGraph } from './graph.ts';

/** What is asked of the facts of a graph for every attacker anew. */
export interface FactTable {
  /** One number for all sessions of a principal; the fact's own for others. */
  plain(fact: number): number;
  /** The account that a fact is about. */
  account(fact: number): string | undefined;
  /** Facts by name: the first has 0. */
  place(fact: number): number;
}

const tables = new WeakMap<AttackGraph, FactTable>();

/** The table of a graph; each column is made once. */
export function factTable(graph: AttackGraph, ask: Questions): FactTable {
  const before = tables.get(graph);
  if (before !== undefined) return before;
  const plain = createPlain(graph);
  const accounts = createAccounts(graph, ask);
  let places: readonly number[] | undefined;
  const made: FactTable = {
    plain,
    account: accounts,
    place(fact) {
      // Sessions that somebody starts with are added to a graph that was made before.
      if (places === undefined || places.length <= fact) places = placesByName(graph);
      return places[fact] ?? 0;
    },
  };
  tables.set(graph, made);
  return made;
}

function createPlain({ facts, numberOf }: AttackGraph): FactTable['plain'] {
  // Made with its length: one that is filled in any order becomes a dictionary, which is slow.
  const known = new Array<number | undefined>(facts.length);
  const alone = new Map<string, number>();
  return (number) => {
    const before = known[number];
    if (before !== undefined) return before;
    const fact = facts[number];
    let plain = number;
    if (fact?.kind === 'acts-as') {
      plain = numberOf({ kind: 'acts-as', principal: fact.principal }) ?? alone.get(fact.principal) ?? number;
      alone.set(fact.principal, plain);
    }
    known[number] = plain;
    return plain;
  };
}

function createAccounts({ facts }: AttackGraph, ask: Questions): FactTable['account'] {
  const known = new Array<string | null | undefined>(facts.length);
  const owners = new Map<string, string>();
  const ownerOf = (resource: ResourceId): string => {
    const { id, account } = ask.system.deploymentOf(resource);
    const made = owners.get(id) ?? textKey(account);
    owners.set(id, made);
    return made;
  };
  const accountOf = (fact: AttackFact | undefined): string | undefined => {
    if (fact?.kind === 'administrates') return fact.account;
    const resource = resourceOfFact(fact);
    return resource === undefined ? undefined : ownerOf(resource);
  };
  return (number) => {
    const before = known[number];
    if (before !== undefined) return before ?? undefined;
    const made = accountOf(facts[number]);
    known[number] = made ?? null;
    return made;
  };
}

function placesByName({ facts }: AttackGraph): readonly number[] {
  const names = facts.map((fact) => (fact === undefined ? '' : plainFactKey(fact)));
  const sorted = names.map((_, at) => at).sort((left, right) => compareNames(names[left] ?? '', names[right] ?? ''));
  const places = new Array<number>(names.length);
  sorted.forEach((at, place) => {
    places[at] = place;
  });
  return places;
}

function compareNames(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
