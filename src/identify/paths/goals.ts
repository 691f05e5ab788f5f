import { type Attacker, type AttackFact, plainFactKey } from '../../model/attack.ts';
import { and, type Guard, guardKey, isPossible, not, or } from '../../model/guard.ts';
import type { Questions } from '../../model/questions.ts';
import { textKey } from '../../model/text.ts';
import { isGiven, isStranger } from './attackers.ts';
import type { AttackGraph } from './graph.ts';
import type { Label, Settled } from './search.ts';
import { isLoss, toldAsOne } from './told-as-one.ts';

/** Something worth telling that an attacker can come to hold, and the way to it. */
export interface Goal {
  /** The number of the fact. */
  readonly fact: number;
  readonly label: Label;
}

interface Search {
  readonly ask: Questions;
  readonly settled: Settled;
  /** Asked about by name. */
  readonly asked: boolean;
}

/**
 * What is worth telling: administration, data read, changed or destroyed, detection switched off, and code or identities
 * taken where the way ends. What an administrator can do in his account goes without saying. Somebody who is given a
 * foothold (a key, code in a workload) and only uses that foothold's own rights attacks nothing; for him the way must lead
 * over another identity, unless he was asked about by name.
 */
export function goalsOf(graph: AttackGraph, attacker: Attacker, search: Search): readonly Goal[] {
  const { ask, settled, asked } = search;
  const all = settled
    .facts()
    .filter((fact) => isTold(graph, fact))
    .sort((left, right) => left - right)
    .flatMap((fact) => telling(settled.ways(fact)).map((label): Goal => ({ fact, label })))
    .filter(({ label }) => label.edge !== undefined);
  const used = new Set(all.flatMap(({ label }) => label.premises.map((premise) => keyOf(graph, premise.fact))));
  const goals = all.filter(({ fact: number, label }) => {
    const fact = graph.facts[number];
    if (fact === undefined || isGiven(fact, attacker)) return false;
    const isEnd = (fact.kind === 'runs-code' || fact.kind === 'acts-as') && !used.has(plainFactKey(fact));
    const isGain = ['administrates', 'reads', 'writes'].includes(fact.kind) || isLoss(fact);
    if (!isEnd && !isGain) return false;
    if (asked) return true;
    if ((isEnd || isLoss(fact)) && isAdministrated(label, fact, { graph, ask, settled })) return false;
    if (goesWithoutSaying({ fact: number, label }, fact, { graph, ask })) return false;
    return isStranger(attacker) || leadsOverAnother(graph, label, attacker);
  });
  return asked ? goals : toldAsOne(graph, goals);
}

/** The sessions of a principal are told as one, unless policies limit what can be done in this one. */
function isTold(graph: AttackGraph, number: number): boolean {
  const fact = graph.facts[number];
  if (fact?.kind !== 'acts-as' || fact.session?.policies !== undefined) return true;
  return fact.session === undefined && graph.numberOf(fact) === number;
}

function keyOf(graph: AttackGraph, number: number): string {
  const fact = graph.facts[number];
  return fact === undefined ? '' : plainFactKey(fact);
}

interface Place {
  readonly graph: AttackGraph;
  readonly ask: Questions;
}

/** Does the attacker come to administrate the account as surely, so that one more identity or workload in it adds nothing? */
function isAdministrated(
  label: Label,
  fact: AttackFact,
  { graph, ask, settled }: Place & { readonly settled: Settled },
): boolean {
  const account = accountOf(fact, ask);
  const number = account === undefined ? undefined : graph.numberOf({ kind: 'administrates', account });
  const ways = number === undefined ? [] : settled.ways(number);
  return ways.some(({ rank, guard }) => rank <= label.rank && implies(label.guard, guard));
}

/** Of several ways to one fact, those that hold where no better one does. */
function telling(labels: readonly Label[]): readonly Label[] {
  return labels.filter((label, at) => {
    const better = labels.slice(0, at).map(({ guard }) => guard);
    return better.length === 0 || isPossible(and(label.guard, not(or(...better))));
  });
}

/** Does the way rest on administration of the very account that the goal belongs to? */
function goesWithoutSaying({ label }: Goal, goal: AttackFact, { graph, ask }: Place): boolean {
  const account = accountOf(goal, ask);
  return onTheWay(label).some((before) => {
    const fact = graph.facts[before.fact];
    return before !== label && fact?.kind === 'administrates' && fact.account === account;
  });
}

/** The label and all that it rests on, each once. */
export function onTheWay(label: Label): readonly Label[] {
  const seen = new Set([label]);
  for (const next of seen) for (const premise of next.premises) seen.add(premise);
  return [...seen];
}

function accountOf(fact: AttackFact, ask: Questions): string | undefined {
  if (fact.kind === 'administrates') return fact.account;
  const resource = fact.kind === 'acts-as' ? fact.principal : 'resource' in fact ? fact.resource : undefined;
  return resource === undefined ? undefined : textKey(ask.system.deploymentOf(resource).account);
}

/** Does the way give an identity, or a secret of somebody else, other than what the foothold has by itself? */
function leadsOverAnother(graph: AttackGraph, label: Label, attacker: Attacker): boolean {
  return onTheWay(label).some(({ fact, edge, premises }) => {
    if (edge === undefined) return false;
    const gives = graph.facts[fact];
    if (gives?.kind === 'administrates') return true;
    const isOwn = attacker.id.startsWith('workload:') && premises.every((premise) => premise.edge === undefined);
    return (gives?.kind === 'acts-as' || gives?.kind === 'knows') && !isOwn;
  });
}

/** Does the guard hold only where the other does? */
export function implies(guard: Guard, other: Guard): boolean {
  return guardKey(and(guard, other)) === guardKey(guard);
}
