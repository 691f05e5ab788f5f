import { type Attacker, type AttackFact, plainFactKey } from '../../model/attack.ts';
import { and, type Guard, guardKey, isAlways, isPossible, not, or } from '../../model/guard.ts';
import type { Questions } from '../../model/questions.ts';
import { textKey } from '../../model/text.ts';
import { isGiven, isStranger } from './attackers.ts';
import type { AttackGraph } from './graph.ts';
import type { Label } from './label.ts';
import type { ReachedSet, Settled } from './settled.ts';
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
  /** What follows from administration is left out, though he was asked about by name. */
  readonly folded?: boolean;
  /** Ends are named: whoever gets on from one has come there all the same. */
  readonly named?: boolean;
  /** Told of others already: what only leads there is an end. */
  readonly isKnown?: (goal: Goal) => boolean;
}

/**
 * What is worth telling: administration, data read, changed or destroyed, detection switched off, and code or identities
 * taken where the way ends. What an administrator can do in his account goes without saying. Somebody who is given a
 * foothold (a key, code in a workload) and only uses that foothold's own rights attacks nothing; for him the way must lead
 * over another identity or a right that he first gives himself, or do what no daily work needs, unless he was asked about by name.
 */
export function goalsOf(graph: AttackGraph, attacker: Attacker, search: Search): readonly Goal[] {
  const about: About = { graph, attacker, ...search, ways: new Map(), owners: new Map() };
  const reached = new Set<number>();
  const single: Goal[] = [];
  const add = (fact: number) => {
    reached.add(fact);
    for (const label of telling(search.settled.ways(fact))) if (label.edge !== undefined) single.push({ fact, label });
  };
  for (const fact of [...search.settled.ownFacts()].sort((left, right) => left - right))
    if (isTold(graph, fact)) add(fact);
  const sets = search.settled.sets();
  const samples = sets.flatMap(({ members: [first], way }) => (first === undefined ? [] : [way(first)]));
  const { isKnown } = search;
  const unknown = isKnown === undefined ? single : single.filter((goal) => !isKnown(goal));
  const onwards = [...unknown.map(({ label }) => label), ...samples];
  const used = new Set(onwards.flatMap(({ premises }) => premises.map((premise) => keyOf(graph, premise.fact))));
  const goals = single.filter(({ fact, label }) => isGoal(about, fact, { label, used }));
  for (const set of sets) addMembers(about, set, { reached, goals });
  return search.asked ? goals : toldAsOne(graph, goals);
}

/** Members of a set, as far as they are not held in a better way; one way stands for all of them. */
function addMembers(
  about: About,
  { members, guard, way }: ReachedSet,
  found: { readonly reached: Set<number>; readonly goals: Goal[] },
): void {
  const [first] = members;
  if (first === undefined) return;
  const sample = way(first);
  for (const fact of members) {
    if (found.reached.has(fact)) continue;
    if (!isAlways(guard)) addGuarded(about, fact, found);
    else {
      found.reached.add(fact);
      if (isGoal(about, fact, { label: sample })) found.goals.push({ fact, label: way(fact) });
    }
  }
}

/** A member of sets that hold under conditions: its ways are compared one by one. */
function addGuarded(
  about: About,
  fact: number,
  { reached, goals }: { readonly reached: Set<number>; readonly goals: Goal[] },
): void {
  reached.add(fact);
  for (const label of telling(about.settled.ways(fact)))
    if (isGoal(about, fact, { label })) goals.push({ fact, label });
}

interface About extends Search {
  readonly graph: AttackGraph;
  readonly attacker: Attacker;
  /** What the ways over a premise come to, worked out once. */
  readonly ways: Map<Label, OnTheWay>;
  readonly owners: Map<string, string | undefined>;
}

/** Which accounts are administrated on the way, and whether it leads over another identity. */
interface OnTheWay {
  readonly administrates: ReadonlySet<string>;
  readonly overAnother: boolean;
}

/** `label`: the way to the fact, or to one that is held in the same way. */
function isGoal(
  about: About,
  number: number,
  { label, used }: { readonly label: Label; readonly used?: ReadonlySet<string> },
): boolean {
  const { graph, attacker, asked } = about;
  const fact = graph.facts[number];
  if (fact === undefined || isGiven(fact, attacker)) return false;
  const isPlace = fact.kind === 'runs-code' || fact.kind === 'acts-as' || (asked && fact.kind === 'knows');
  const isEnd = isPlace && (about.named === true || used?.has(plainFactKey(fact)) !== true);
  if (!isEnd && !isGain(fact)) return false;
  if (asked) return about.folded !== true || fact.kind === 'administrates' || !isAdministrated(about, label, fact);
  const isHarm = label.edge?.move.harmful === true;
  if ((isEnd || isHarm || isLoss(fact)) && isAdministrated(about, label, fact)) return false;
  const { administrates, overAnother } = onTheWayTo(about, label);
  const account = ownerOf(about, fact);
  if (account !== undefined && administrates.has(account)) return false;
  const itself = fact.kind === 'administrates' || (givesIdentity(fact) && !isOwn(label, attacker));
  return isStranger(attacker) || overAnother || itself || isHarm || isRewritten(label);
}

/** Does the last step use a right that the attacker first gives himself? */
function isRewritten({ edge }: Label): boolean {
  return edge?.instance.proof.some(({ kind }) => kind === 'supposed') === true;
}

function isGain(fact: AttackFact): boolean {
  return fact.kind === 'administrates' || fact.kind === 'reads' || fact.kind === 'writes' || isLoss(fact);
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

/** Does the attacker come to administrate the account as surely, so that one more identity or workload in it adds nothing? */
function isAdministrated(about: About, label: Label, fact: AttackFact): boolean {
  const { graph, settled } = about;
  const account = ownerOf(about, fact);
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

/** What lies before the last step. */
function onTheWayTo(about: About, label: Label): OnTheWay {
  const [premise, ...others] = label.premises;
  const known = premise === undefined || others.length > 0 ? undefined : about.ways.get(premise);
  if (known !== undefined) return known;
  const { graph, attacker } = about;
  const before = onTheWay(label).filter((one) => one !== label);
  const facts = before.map((one) => [one, graph.facts[one.fact]] as const);
  const made: OnTheWay = {
    administrates: new Set(facts.flatMap(([, fact]) => (fact?.kind === 'administrates' ? [fact.account] : []))),
    overAnother: facts.some(
      ([one, fact]) =>
        one.edge !== undefined &&
        fact !== undefined &&
        (fact.kind === 'administrates' || (givesIdentity(fact) && !isOwn(one, attacker))),
    ),
  };
  if (premise !== undefined && others.length === 0) about.ways.set(premise, made);
  return made;
}

/** An identity, or a secret of somebody. */
function givesIdentity({ kind }: AttackFact): boolean {
  return kind === 'acts-as' || kind === 'knows';
}

/** Is it what the foothold has by itself: the role of a workload? */
function isOwn({ premises }: Label, { id }: Attacker): boolean {
  return /^(workload|pipeline):/.test(id) && premises.every((premise) => premise.edge === undefined);
}

/** The label and all that it rests on, each once. */
export function onTheWay(label: Label): readonly Label[] {
  const seen = new Set([label]);
  for (const next of seen) for (const premise of next.premises) seen.add(premise);
  return [...seen];
}

/** The account that a fact is about. */
function ownerOf({ ask, owners }: Pick<About, 'ask' | 'owners'>, fact: AttackFact): string | undefined {
  if (fact.kind === 'administrates') return fact.account;
  const resource = fact.kind === 'acts-as' ? fact.principal : 'resource' in fact ? fact.resource : undefined;
  if (resource === undefined) return undefined;
  const { id, account } = ask.system.deploymentOf(resource);
  if (!owners.has(id)) owners.set(id, textKey(account));
  return owners.get(id);
}

/** Does the guard hold only where the other does? */
export function implies(guard: Guard, other: Guard): boolean {
  return guardKey(and(guard, other)) === guardKey(guard);
}
