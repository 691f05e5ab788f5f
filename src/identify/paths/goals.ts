import { type Attacker, type AttackFact, isBlock, type MoveBlock } from '../../model/attack.ts';
import { and, isPossible, not, or } from '../../model/guard.ts';
import type { Questions } from '../../model/questions.ts';
import { isStranger } from './attackers.ts';
import type { Step } from './edges.ts';
import { type FactTable, factTable } from './fact-table.ts';
import { type AttackGraph, eachPlace } from './graph.ts';
import { createOnTheWay, givesIdentity, isOwn, joined, type OnTheWay } from './on-the-way.ts';
import type { ReachedSet, Settled, Way } from './settled.ts';
import { isLoss, toldAsOne } from './told-as-one.ts';
import { rankOf } from './walk.ts';

/** Something worth telling that an attacker can come to hold, and the way to it. */
export type Goal = Way;

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

interface About extends Search {
  readonly graph: AttackGraph;
  readonly attacker: Attacker;
  readonly facts: FactTable;
  /** What he holds from the start. */
  readonly given: ReadonlySet<number>;
  readonly through: (label: number) => OnTheWay;
}

/**
 * What is worth telling: administration, data read, changed or destroyed, detection switched off, and code or identities
 * taken where the way ends. What an administrator can do in his account goes without saying. Somebody who is given a
 * foothold (a key, code in a workload) and only uses that foothold's own rights attacks nothing; for him the way must lead
 * over another identity or a right that he first gives himself, or do what no daily work needs, unless he was asked about by name.
 */
export function goalsOf(graph: AttackGraph, attacker: Attacker, search: Search): readonly Goal[] {
  const about = aboutOf(graph, attacker, search);
  const { settled, isKnown } = search;
  const reached = new Uint8Array(graph.facts.length);
  const single: Goal[] = [];
  for (const fact of settled.ownFacts()) {
    if (!isTold(about, fact)) continue;
    reached[fact] = 1;
    for (const way of telling(graph, settled.waysTo(fact)))
      if (settled.lastStep(way.label).step !== undefined) single.push(way);
  }
  const sets = settled.sets();
  const unknown = isKnown === undefined ? single : single.filter((goal) => !isKnown(goal));
  const used = new Set<number>();
  for (const { label } of [...unknown, ...sets])
    for (const premise of settled.lastStep(label).from) used.add(about.facts.plain(settled.nodeOf(premise)));
  const goals = single.filter((way) => isGoal(about, way.fact, { last: lastOf(about, way), used }));
  for (const set of sets) addMembers(about, set, { reached, goals });
  return search.asked ? goals : toldAsOne(graph, settled, goals);
}

function aboutOf(graph: AttackGraph, attacker: Attacker, search: Search): About {
  const facts = factTable(graph, search.ask);
  const given = attacker.holds.flatMap((fact) => {
    const number = graph.start(fact);
    return number === undefined ? [] : [facts.plain(number)];
  });
  return {
    graph,
    attacker,
    ...search,
    facts,
    given: new Set(given),
    through: createOnTheWay(graph, search.settled, attacker),
  };
}

/** Members of a set, as far as they are not held in a better way. */
function addMembers(
  about: About,
  set: ReachedSet,
  found: { readonly reached: Uint8Array; readonly goals: Goal[] },
): void {
  const { label, key, guard, members } = set;
  const last = lastOf(about, set);
  for (const fact of members) {
    if (found.reached[fact] === 1) continue;
    found.reached[fact] = 1;
    if (guard !== 0) addGuarded(about, fact, found.goals);
    else if (isGoal(about, fact, { last })) found.goals.push({ fact, label, key, guard });
  }
}

/** A member of sets that hold under conditions: its ways are compared one by one. */
function addGuarded(about: About, fact: number, goals: Goal[]): void {
  for (const way of telling(about.graph, about.settled.waysTo(fact)))
    if (isGoal(about, fact, { last: lastOf(about, way) })) goals.push(way);
}

/** How a way ends, the same for all members of a set. */
interface Last {
  readonly way: Pick<Way, 'label' | 'key' | 'guard'>;
  readonly before: OnTheWay;
  readonly isRewritten: boolean;
  /** Does the last step do what no daily work needs? */
  readonly isHarm: boolean;
}

function lastOf(about: About, way: Last['way']): Last {
  const { step, from } = about.settled.lastStep(way.label);
  return {
    way,
    before: joined(from.map(about.through)),
    isRewritten: step !== undefined && isRewritten(step),
    isHarm: step?.move.harmful === true,
  };
}

function isGoal(
  about: About,
  number: number,
  { last: { way, before, isRewritten, isHarm }, used }: { readonly last: Last; readonly used?: ReadonlySet<number> },
): boolean {
  const { graph, attacker, asked, facts, settled } = about;
  const fact = graph.facts[number];
  const plain = facts.plain(number);
  if (fact === undefined || about.given.has(plain)) return false;
  const isPlace = fact.kind === 'runs-code' || fact.kind === 'acts-as' || (asked && fact.kind === 'knows');
  const isEnd = isPlace && (about.named === true || used?.has(plain) !== true);
  if (!isEnd && !isGain(fact)) return false;
  if (asked) return about.folded !== true || !follows(about, number, way);
  const itself = fact.kind === 'administrates' || (givesIdentity(fact) && !isOwn(settled, way.label, attacker));
  if (!(isStranger(attacker) || before.overAnother || itself || isHarm || isRewritten)) return false;
  const account = facts.account(number);
  if (account === undefined) return true;
  const addsNothing = isEnd || isHarm || isLoss(fact);
  return !before.administrates.has(account) && !(addsNothing && isAdministrated(about, way, account));
}

const rewritten = new WeakMap<MoveBlock, boolean>();

/** Does the step use a right that the attacker first gives himself? The places of a block all do, or none. */
function isRewritten({ place }: Step): boolean {
  if (!isBlock(place)) return place.proof.some(({ kind }) => kind === 'supposed');
  const known = rewritten.get(place);
  if (known !== undefined) return known;
  const [sample] = eachPlace(place);
  const made = sample?.proof.some(({ kind }) => kind === 'supposed') === true;
  rewritten.set(place, made);
  return made;
}

/** A part of a store is told of as the store. */
function isGain(fact: AttackFact): boolean {
  if ('part' in fact && fact.part !== undefined) return false;
  return fact.kind === 'administrates' || fact.kind === 'reads' || fact.kind === 'writes' || isLoss(fact);
}

/** The sessions of a principal are told as one, unless policies limit what can be done in this one. */
function isTold({ graph, facts }: About, number: number): boolean {
  const fact = graph.facts[number];
  return fact?.kind !== 'acts-as' || fact.session?.policies !== undefined || facts.plain(number) === number;
}

/** Does the attacker come to administrate the account as surely, so that one more identity or workload in it adds nothing? */
function isAdministrated({ graph, settled }: About, way: Last['way'], account: string): boolean {
  const number = graph.numberOf({ kind: 'administrates', account });
  const ways = number === undefined ? [] : settled.waysTo(number);
  return ways.some(({ key, guard }) => rankOf(key) <= rankOf(way.key) && graph.guards.covers(guard, way.guard));
}

/** Is it something in an account that is administrated as surely, and not the administration itself? */
function follows(about: About, number: number, way: Last['way']): boolean {
  const account = about.facts.account(number);
  const isIt = about.graph.facts[number]?.kind === 'administrates';
  return account !== undefined && !isIt && isAdministrated(about, way, account);
}

/** Of several ways to one fact, those that hold where no better one does. */
function telling({ guards }: AttackGraph, ways: readonly Way[]): readonly Way[] {
  if (ways.length < 2) return ways;
  return ways.filter(({ guard }, at) => {
    const better = ways.slice(0, at).map((one) => guards.guard(one.guard));
    return better.length === 0 || isPossible(and(guards.guard(guard), not(or(...better))));
  });
}
