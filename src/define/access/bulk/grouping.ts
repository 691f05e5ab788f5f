import { guardKey } from '../../../model/guard.ts';
import type { Resource } from '../../../model/resource.ts';
import { textKey } from '../../../model/text.ts';
import type { ActionName } from '../compile/action-matcher.ts';
import { partitionField } from '../compile/arn-fields.ts';
import { matches } from '../compile/pattern.ts';
import { type ResourceCode, type StatementCode, speaksOf } from '../compile/policy-code.ts';
import { anyOf, MAYBE, NO, opposite, type Tri, YES } from '../compile/three-valued.ts';
import type { TargetCode } from '../decide/target.ts';
import { type ActionIndex, createActionIndex, hasOpenActions } from './action-index.ts';
import { type Speech, speeches } from './forms.ts';
import { EMPTY, remember } from './numbers.ts';
import type { Person } from './people.ts';
import type { Sides } from './sides.ts';
import type { Universe } from './universe.ts';
import type { World } from './world.ts';

/** A statement of a resource's own policy, or of a resource control policy over it, that speaks of the action. */
export interface Entry {
  readonly speech: Speech;
  readonly effect: 'Allow' | 'Deny';
  /** Equal for resources between which the statement does not tell. */
  readonly tags: number;
}

/** Resources between which nothing but identity policies, and statements that name single principals, can tell. */
export interface Group {
  /** Equal for equal groups, whatever the action. */
  readonly number: number;
  /** Equal for those that differ in account and statements only; undefined for a resource that is like no other. */
  readonly shape: number | undefined;
  readonly account: string;
  readonly entries: readonly Entry[];
  /** One of its policies could not be read wholly. */
  readonly isUnread: boolean;
  /** Positions, ascending. */
  readonly members: Uint32Array;
}

/** The resources of a question in groups, for one action. */
export interface Grouping {
  readonly number: number;
  readonly groups: readonly Group[];
  readonly groupOf: Uint32Array;
  readonly ofAccount: ReadonlyMap<string, readonly Group[]>;
  /** Groups with entries: only they can let in somebody from another account. */
  readonly speaking: readonly Group[];
  /** Statements for everybody or accounts that ask for keys of single principals. */
  readonly telling: readonly Speech[];
  /** Resources whose policies may name somebody himself, by his position. */
  readonly naming: ReadonlyMap<number, readonly number[]>;
}

/** The resources of a universe as the policies of resources see them. */
export interface Estate {
  grouping(action: ActionName): Grouping;
  /** Equal for actions of which the policies of the resources, and those over them, say the same. */
  topicsOf(action: ActionName): string;
}

interface Lot {
  readonly at: number;
  readonly target: TargetCode;
  readonly account: string;
  /** What is the same whatever the action. */
  readonly base: number;
  /** The same without the account. */
  readonly shape: number;
  readonly isUnread: boolean;
}

export function createEstate(
  world: World,
  universe: Universe,
  how: { readonly sides: Sides; readonly action: ActionName },
): Estate {
  const lots = universe.resources.map((on, at) => lotOf(world, universe, { on, at, action: how.action }));
  const index = indexOf(lots);
  const known = new Map<number, Grouping>();
  const shelf: Shelf = { world, universe, sides: how.sides, lots, index, accounts: byAccount(lots) };
  return {
    grouping(action) {
      const special = specialLots(shelf, action);
      let key = EMPTY;
      for (const { lot, number } of special) key = world.sequences.add(world.sequences.add(key, lot.at + 1), number);
      return remember(known, key, () => group(shelf, key, special));
    },
    topicsOf: (action) => `${index.actions.topicsOf(action)} | ${controlTopics(shelf, action)}`,
  };
}

interface Shelf {
  readonly world: World;
  readonly universe: Universe;
  readonly sides: Sides;
  readonly lots: readonly Lot[];
  readonly index: LotIndex;
  readonly accounts: ReadonlyMap<string, readonly Lot[]>;
}

interface LotIndex {
  readonly actions: ActionIndex;
  /** Lots by the number of a document in the index. */
  readonly owners: readonly (readonly Lot[])[];
  readonly unread: readonly Lot[];
}

function lotOf(
  { single, forms }: World,
  { arns }: Universe,
  { on, at, action }: { readonly on: Resource; readonly at: number; readonly action: ActionName },
): Lot {
  const target = single.target(on, action);
  const account = target.ownedBy === undefined ? '' : textKey(target.ownedBy);
  const partition = textKey(partitionField(arns[at]?.text ?? []));
  return {
    at,
    target,
    account,
    base: forms.intern(['lot', target.rule, account, guardKey(on.guard), partition].join('\n')),
    shape: forms.intern(['shape', target.rule, guardKey(on.guard), partition].join('\n')),
    isUnread: target.policies.some(({ source }) => source.document.open !== undefined),
  };
}

function byAccount(lots: readonly Lot[]): ReadonlyMap<string, readonly Lot[]> {
  const result = new Map<string, Lot[]>();
  for (const lot of lots) remember(result, lot.account, (): Lot[] => []).push(lot);
  return result;
}

function indexOf(lots: readonly Lot[]): LotIndex {
  const owners: Lot[][] = [];
  const documents = lots.flatMap((lot) =>
    lot.target.policies.map(({ document }) => {
      owners.push([lot]);
      return document;
    }),
  );
  return { actions: createActionIndex(documents), owners, unread: lots.filter(({ isUnread }) => isUnread) };
}

/** Which statements of resource control policies speak of an action, account by account. */
function controlTopics({ world, accounts }: Shelf, action: ActionName): string {
  const spoken = new Set<string>();
  for (const [account, [first]] of accounts) {
    if (first === undefined) continue;
    const controls = world.single.controls(first.target, action);
    controls.forEach(({ document }, at) => {
      document.all.forEach((code, place) => {
        if (!speaksOf(code, action)) return;
        spoken.add(`${account} ${at} ${place} ${hasOpenActions(code) ? action.given : ''}`);
      });
    });
  }
  return [...spoken].join();
}

interface Special {
  readonly lot: Lot;
  readonly number: number;
  readonly isSingle: boolean;
  readonly entries: readonly Entry[];
}

/** Resources about which a policy of theirs, or of their account, says something of the action. */
function specialLots(shelf: Shelf, action: ActionName): readonly Special[] {
  const { index, world, accounts } = shelf;
  const found = new Set<Lot>(index.unread);
  for (const document of index.actions.about(action).keys())
    for (const lot of index.owners[document] ?? []) found.add(lot);
  for (const lots of accounts.values()) {
    const [first] = lots;
    if (first === undefined || world.single.controls(first.target, action).length === 0) continue;
    for (const lot of lots) found.add(lot);
  }
  return [...found].sort((left, right) => left.at - right.at).flatMap((lot) => special(shelf, lot, action) ?? []);
}

function special(shelf: Shelf, lot: Lot, action: ActionName): Special | undefined {
  const { world } = shelf;
  const entries: Entry[] = [];
  let number = world.sequences.add(EMPTY, lot.base);
  let isSingle = lot.isUnread;
  for (const policy of [...world.single.controls(lot.target, action), ...lot.target.policies]) {
    for (const effect of ['Deny', 'Allow'] as const) {
      for (const speech of speeches(policy, action, effect, world.forms)) {
        const match = selfMatch(speech.code, shelf.universe, lot.at);
        if (match === NO) continue;
        if (match === MAYBE) isSingle = true;
        const entry = { speech, effect, tags: tagsOf(shelf, speech, lot) };
        entries.push(entry);
        number = world.sequences.add(number, entryNumber(shelf, entry));
      }
    }
  }
  if (entries.length === 0 && !lot.isUnread) return undefined;
  // A gate looks at the policy as a whole.
  if (lot.target.isPublic && lot.target.gate.kind !== 'not-applicable') isSingle = true;
  if (isSingle) {
    const name = world.forms.intern(`single ${shelf.universe.number} ${lot.at} ${action.lower}`);
    number = world.sequences.add(world.sequences.add(EMPTY, SINGLE), name);
  }
  return { lot, number, entries, isSingle };
}

/** No lot has this number. */
const SINGLE = 2 ** 26 - 1;

function tagsOf({ world, sides }: Shelf, { form }: Speech, lot: Lot): number {
  return form.resourceKeys.length === 0 ? EMPTY : world.forms.intern(`tags ${sides.resourceKey(form, lot.at)}`);
}

function entryNumber({ world }: Shelf, { speech: { form, aside }, tags }: Entry): number {
  const { sequences } = world;
  return sequences.add(sequences.add(sequences.add(EMPTY, aside), form.principals), tags);
}

/** Does a policy speak of the resource that has it? */
function selfMatch({ resources, notResources }: StatementCode, universe: Universe, at: number): Tri {
  const patterns = resources ?? notResources;
  const arn = universe.arns[at];
  if (patterns === undefined || arn === undefined) return YES;
  const match = (code: ResourceCode): Tri => (code.template === undefined ? matches(code.pattern, arn) : MAYBE);
  if (patterns.some((code) => match(code) === MAYBE)) return MAYBE;
  const any = anyOf(patterns, match);
  return resources === undefined ? opposite(any) : any;
}

function group(shelf: Shelf, key: number, special: readonly Special[]): Grouping {
  const { world, universe, lots } = shelf;
  const specials = new Map(special.map((one) => [one.lot, one]));
  const building = new Map<number, Omit<Group, 'number' | 'members'> & { readonly members: number[] }>();
  for (const lot of lots) {
    const one = specials.get(lot);
    const number = one?.number ?? world.sequences.add(EMPTY, lot.base);
    const { account, isUnread } = lot;
    const shape = one?.isSingle === true ? undefined : lot.shape;
    remember(building, number, () => ({
      account,
      isUnread,
      shape,
      entries: one?.entries ?? [],
      members: [],
    })).members.push(lot.at);
  }
  const groups = [...building].map(
    ([number, one]): Group => ({ ...one, number, members: Uint32Array.from(one.members) }),
  );
  const groupOf = new Uint32Array(universe.resources.length);
  const ofAccount = new Map<string, Group[]>();
  groups.forEach((one, at) => {
    for (const member of one.members) groupOf[member] = at;
    remember(ofAccount, one.account, (): Group[] => []).push(one);
  });
  return {
    number: world.forms.intern(`grouping ${universe.number} ${key}`),
    groups,
    groupOf,
    ofAccount,
    speaking: groups.filter(({ entries, isUnread }) => entries.length > 0 || isUnread),
    telling: tellingOf(groups),
    naming: namingOf(world, special),
  };
}

/** Statements that mean more than single principals, and then ask for what tells them apart. Each of a kind once. */
function tellingOf(groups: readonly Group[]): readonly Speech[] {
  const found = new Map<number, Speech>();
  for (const { entries } of groups)
    for (const { speech } of entries)
      if (speech.form.principalKeys.length > 0 && meansMany(speech.code)) found.set(speech.aside, speech);
  return [...found.values()];
}

function meansMany({ principals, notPrincipals }: StatementCode): boolean {
  if (principals === undefined || notPrincipals !== undefined || principals.everybody) return true;
  return principals.aws.some(({ literal }) => literal === undefined || /^\d{12}$|:root$/.test(literal));
}

function namingOf(world: World, special: readonly Special[]): ReadonlyMap<number, readonly number[]> {
  const result = new Map<number, number[]>();
  for (const { lot, entries } of special) {
    const named = new Set<Person>();
    for (const { speech } of entries) {
      const matcher = speech.code.principals ?? speech.code.notPrincipals;
      if (matcher !== undefined && matcher.aws.length > 0)
        for (const one of world.people.named(matcher)) named.add(one);
    }
    for (const one of named) remember(result, one.at, (): number[] => []).push(lot.at);
  }
  return result;
}
