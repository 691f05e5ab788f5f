import type { Attacker, AttackFact } from '../../model/attack.ts';
import { and, type Guard, guardKey, isPossible, not, or } from '../../model/guard.ts';
import type { Questions } from '../../model/questions.ts';
import { textKey } from '../../model/text.ts';
import { isGiven, isStranger } from './attackers.ts';
import type { AttackGraph, Label, Settled } from './search.ts';
import { isLoss, toldAsOne } from './told-as-one.ts';

/**
 * What is worth telling: administration, data read, changed or destroyed, detection switched off, and code or identities
 * taken where the way ends. What an administrator can do in his account goes without saying. Somebody who is given a foothold (a key, code in a workload)
 * and only uses that foothold's own rights attacks nothing; for him the way must lead over another identity, unless he
 * was asked about by name.
 */
export function goalsOf(
  graph: AttackGraph,
  attacker: Attacker,
  search: { readonly ask: Questions; readonly settled: Settled; readonly asked: boolean },
): readonly Label[] {
  const { ask, settled, asked } = search;
  const all = [...settled]
    .sort(([left], [right]) => left - right)
    .flatMap(([, labels]) => telling(labels).filter(({ edge }) => edge !== undefined));
  const used = new Set(all.flatMap((label) => label.premises.map((premise) => premise.fact)));
  const goals = all.filter((label) => {
    const fact = graph.facts[label.fact];
    if (fact === undefined || isGiven(fact, attacker)) return false;
    const isEnd = (fact.kind === 'runs-code' || fact.kind === 'acts-as') && !used.has(label.fact);
    const isGain = ['administrates', 'reads', 'writes'].includes(fact.kind) || isLoss(fact);
    if (!isEnd && !isGain) return false;
    if (asked) return true;
    if ((isEnd || isLoss(fact)) && isAdministrated(label, fact, { graph, ask, settled })) return false;
    if (goesWithoutSaying(label, fact, { graph, ask })) return false;
    return isStranger(attacker) || leadsOverAnother(label, attacker);
  });
  return asked ? goals : toldAsOne(graph, goals);
}

/** Does the attacker come to administrate the account as surely, so that one more identity or workload in it adds nothing? */
function isAdministrated(
  label: Label,
  fact: AttackFact,
  { graph, ask, settled }: { readonly graph: AttackGraph; readonly ask: Questions; readonly settled: Settled },
): boolean {
  const account = accountOf(fact, ask);
  const number = account === undefined ? undefined : graph.numberOf({ kind: 'administrates', account });
  const ways = number === undefined ? [] : (settled.get(number) ?? []);
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
function goesWithoutSaying(
  label: Label,
  goal: AttackFact,
  { graph, ask }: { readonly graph: AttackGraph; readonly ask: Questions },
): boolean {
  const account = accountOf(goal, ask);
  return onTheWay(label).some((before) => {
    const fact = graph.facts[before.fact];
    return before !== label && fact?.kind === 'administrates' && fact.account === account;
  });
}

/** The label and all that it rests on, each once. */
function onTheWay(label: Label): readonly Label[] {
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
function leadsOverAnother(label: Label, attacker: Attacker): boolean {
  return onTheWay(label).some(({ edge, premises }) => {
    const gives = edge?.instance.gives;
    if (gives?.kind === 'administrates') return true;
    const isOwn = attacker.id.startsWith('workload:') && premises.every((premise) => premise.edge === undefined);
    return (gives?.kind === 'acts-as' || gives?.kind === 'knows') && !isOwn;
  });
}

/** Does the guard hold only where the other does? */
export function implies(guard: Guard, other: Guard): boolean {
  return guardKey(and(guard, other)) === guardKey(guard);
}
