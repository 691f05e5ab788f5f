import { reservedPlace } from '../../../catalog/data/reserved-identities.ts';
import { guardKey, isAlways } from '../../../model/guard.ts';
import type { Resource } from '../../../model/resource.ts';
import { textKey } from '../../../model/text.ts';
import type { ActionName } from '../compile/action-matcher.ts';
import { partitionField } from '../compile/arn-fields.ts';
import { matches } from '../compile/pattern.ts';
import { type DocumentCode, type ResourceCode, type StatementCode, speaksOf } from '../compile/policy-code.ts';
import { anyOf, MAYBE, NO, opposite, type Tri, YES } from '../compile/three-valued.ts';
import type { TargetCode } from '../decide/target.ts';
import { type ActionIndex, createActionIndex, hasOpenActions, LONG, type Mentions } from './action-index.ts';
import { type Speech, speeches } from './forms.ts';
import { EMPTY, remember } from './numbers.ts';
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

/** A resource of a question, with what is the same whatever the action. */
export interface Lot {
  readonly at: number;
  readonly target: TargetCode;
  readonly account: string;
  /** Equal for those between which only statements tell. */
  readonly base: number;
  /** The same without the account. */
  readonly shape: number;
  readonly isUnread: boolean;
}

/** A resource about which something is said of an action. */
export interface Special {
  readonly lot: Lot;
  /** Equal for those between which these statements do not tell. */
  readonly number: number;
  /** It is like no other. */
  readonly isSingle: boolean;
  readonly entries: readonly Entry[];
}

/** The resources of a question. */
export interface Lots {
  readonly all: readonly Lot[];
  /** Those about which a policy of theirs, or of their account, says something of the action, in their order. */
  special(action: ActionName): readonly Special[];
  /** Equal for actions of which the policies of the resources, and those over them, say the same. */
  topicsOf(action: ActionName): string;
}

interface Shelf {
  readonly world: World;
  readonly universe: Universe;
  readonly sides: Sides;
  readonly index: LotIndex;
  readonly accounts: ReadonlyMap<string, readonly Lot[]>;
  /** By resource and the statements of its policies that speak. */
  readonly known: Map<number, Special | undefined>;
}

export function createLots(
  world: World,
  universe: Universe,
  how: { readonly sides: Sides; readonly action: ActionName },
): Lots {
  const all = universe.resources.map((on, at) => lotOf(world, universe, { on, at, action: how.action }));
  const index = indexOf(all);
  const shelf: Shelf = { world, universe, sides: how.sides, index, accounts: byAccount(all), known: new Map() };
  return {
    all,
    special: (action) => specialLots(shelf, action),
    topicsOf: (action) => `${index.actions.topicsOf(action)} | ${controlTopics(shelf, action)}`,
  };
}

interface LotIndex {
  readonly actions: ActionIndex;
  /** Lots by the number of a document in the index, and the other way round. */
  readonly owners: readonly (readonly Lot[])[];
  readonly documents: ReadonlyMap<Lot, readonly number[]>;
  /** Documents with holes in their actions. */
  readonly hasHoles: ReadonlySet<number>;
  readonly unread: readonly Lot[];
}

function lotOf(
  { single, forms, sequences }: World,
  { arns }: Universe,
  { on, at, action }: { readonly on: Resource; readonly at: number; readonly action: ActionName },
): Lot {
  const target = single.target(on, action);
  const { ownedBy, rule, policies } = target;
  const account = ownedBy === undefined ? '' : textKey(ownedBy);
  const { text: arn, literal } = arns[at] ?? { text: [], literal: undefined };
  const kinds = [
    rule,
    isAlways(on.guard) ? '' : guardKey(on.guard),
    textKey(partitionField(arn)),
    peculiarity(literal),
  ];
  const shape = forms.intern(kinds.join('\n'));
  return {
    at,
    target,
    account,
    base: sequences.add(sequences.add(sequences.add(EMPTY, LOT), shape), forms.intern(account)),
    shape,
    isUnread: policies.some(({ source }) => source.document.open !== undefined),
  };
}

/** No sequence has this number. */
const LOT = 2 ** 26 - 2;

/** What an ARN says to AWS besides the place: identities that it keeps for itself, and its own keys, which controls spare. */
function peculiarity(arn: string | undefined): string {
  if (arn === undefined) return '';
  if (arn.includes(':iam:')) return `${reservedPlace(arn)}`;
  return arn.includes(':alias/aws/') ? 'alias' : '';
}

function byAccount(lots: readonly Lot[]): ReadonlyMap<string, readonly Lot[]> {
  const result = new Map<string, Lot[]>();
  for (const lot of lots) remember(result, lot.account, (): Lot[] => []).push(lot);
  return result;
}

function indexOf(lots: readonly Lot[]): LotIndex {
  const owners: Lot[][] = [];
  const documents: DocumentCode[] = [];
  const ofLot = new Map<Lot, readonly number[]>();
  const hasHoles = new Set<number>();
  for (const lot of lots) {
    if (lot.target.policies.length === 0) continue;
    const numbers = lot.target.policies.map(({ document }) => {
      owners.push([lot]);
      if (document.all.some(hasOpenActions)) hasHoles.add(documents.length);
      return documents.push(document) - 1;
    });
    ofLot.set(lot, numbers);
  }
  const unread = lots.filter(({ isUnread }) => isUnread);
  return { actions: createActionIndex(documents), owners, documents: ofLot, hasHoles, unread };
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

/** Resources about which a policy of theirs, or of their account, says something of the action. */
function specialLots(shelf: Shelf, action: ActionName): readonly Special[] {
  const { index, world, accounts } = shelf;
  const mentions = index.actions.about(action);
  const found = new Set<Lot>(index.unread);
  for (const document of mentions.keys()) for (const lot of index.owners[document] ?? []) found.add(lot);
  const controlled = new Set<string>();
  for (const [account, lots] of accounts) {
    const [first] = lots;
    if (first === undefined || world.single.controls(first.target, action).length === 0) continue;
    controlled.add(account);
    for (const lot of lots) found.add(lot);
  }
  const result: Special[] = [];
  for (const lot of [...found].sort((left, right) => left.at - right.at)) {
    const key = controlled.has(lot.account) ? undefined : mentionKey(shelf, lot, mentions);
    const one = specialOf(shelf, lot, { action, key });
    if (one !== undefined) result.push(one);
  }
  return result;
}

function specialOf(
  shelf: Shelf,
  lot: Lot,
  { action, key }: { readonly action: ActionName; readonly key: number | undefined },
): Special | undefined {
  if (key === undefined) return special(shelf, lot, action);
  const before = shelf.known.get(key);
  if (before !== undefined || shelf.known.has(key)) return before;
  const made = special(shelf, lot, action);
  shelf.known.set(key, made);
  return made;
}

/** Which statements of its policies speak; undefined when that does not settle what they say. */
function mentionKey({ index, world: { sequences } }: Shelf, lot: Lot, mentions: Mentions): number | undefined {
  let key = sequences.add(EMPTY, lot.at);
  for (const number of index.documents.get(lot) ?? []) {
    if (index.hasHoles.has(number)) return undefined;
    const mention = mentions.get(number) ?? 0;
    if (mention === LONG) return undefined;
    key = sequences.add(key, mention);
  }
  return key;
}

function special(shelf: Shelf, lot: Lot, action: ActionName): Special | undefined {
  const { sequences, forms } = shelf.world;
  const { entries, isDoubtful } = entriesOf(shelf, lot, action);
  if (entries.length === 0 && !lot.isUnread) return undefined;
  // A gate looks at the policy as a whole.
  const isGated = lot.target.isPublic && lot.target.gate.kind !== 'not-applicable';
  const isSingle = lot.isUnread || isDoubtful || isGated;
  let number = sequences.add(EMPTY, lot.base);
  if (isSingle) {
    const name = forms.intern(`single ${shelf.universe.number} ${lot.at}`);
    number = sequences.add(sequences.add(EMPTY, SINGLE), name);
    for (const { speech } of entries) number = sequences.add(number, speech.number);
  } else for (const entry of entries) number = sequences.add(number, entryNumber(shelf, entry));
  return { lot, number, entries, isSingle };
}

/** What is said of a resource; doubtful when a statement speaks of it only perhaps. */
function entriesOf(
  shelf: Shelf,
  lot: Lot,
  action: ActionName,
): { readonly entries: readonly Entry[]; readonly isDoubtful: boolean } {
  const { single, forms } = shelf.world;
  const entries: Entry[] = [];
  let isDoubtful = false;
  for (const policy of [...single.controls(lot.target, action), ...lot.target.policies])
    for (const effect of ['Deny', 'Allow'] as const)
      for (const speech of speeches(policy, action, effect, forms)) {
        const match = selfMatch(speech.code, shelf.universe, lot.at);
        if (match === MAYBE) isDoubtful = true;
        if (match !== NO) entries.push({ speech, effect, tags: tagsOf(shelf, speech, lot) });
      }
  return { entries, isDoubtful };
}

/** No lot has this number. */
const SINGLE = 2 ** 26 - 1;

function tagsOf({ sides }: Shelf, { form }: Speech, lot: Lot): number {
  return form.resourceKeys.length === 0 ? EMPTY : sides.resourceKey(form, lot.at);
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
