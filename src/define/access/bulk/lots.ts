import { reservedPlace } from '../../../catalog/data/reserved-identities.ts';
import { guardKey, isAlways } from '../../../model/guard.ts';
import type { Resource } from '../../../model/resource.ts';
import { type Text, textKey } from '../../../model/text.ts';
import type { ActionName } from '../compile/action-matcher.ts';
import { partitionField } from '../compile/arn-fields.ts';
import { type DocumentCode, type PolicyCode, speaksOf } from '../compile/policy-code.ts';
import { groundRulesOf } from '../decide/target.ts';
import { type ActionIndex, createActionIndex, hasOpenActions, LONG, type Mentions } from './action-index.ts';
import { EMPTY, remember } from './numbers.ts';
import type { Sides } from './sides.ts';
import { type Special, type Specialist, specialOf } from './special-lots.ts';
import type { Universe } from './universe.ts';
import type { World } from './world.ts';

/** Where resources stand between which only statements tell. */
export interface Ground {
  readonly number: number;
  /** Equal for those that differ in the account only. */
  readonly shape: number;
  /** `textKey` of the account that owns them. */
  readonly account: string;
  readonly owner: Text;
}

/** A resource with policies of its own, or under those of its account. */
export interface Lot {
  readonly at: number;
  readonly ground: Ground;
  readonly policies: readonly PolicyCode[];
  readonly isUnread: boolean;
  /** A gate looks at its policies as a whole. */
  readonly isGated: boolean;
}

/** The resources of a question. */
export interface Lots {
  readonly grounds: readonly Ground[];
  /** By position, which of them it is. */
  readonly groundOf: Uint32Array;
  /** Those about which a policy of theirs, or of their account, says something of the action, in their order. */
  special(action: ActionName): readonly Special[];
  /** Equal for actions of which the policies of the resources, and those over them, say the same. */
  topicsOf(action: ActionName): string;
}

interface Shelf extends Specialist {
  readonly grounds: readonly Ground[];
  readonly groundOf: Uint32Array;
  readonly index: LotIndex;
  /** By resource and the statements of its policies that speak. */
  readonly known: Map<number, Special | undefined>;
}

export function createLots(
  world: World,
  universe: Universe,
  how: { readonly sides: Sides; readonly action: ActionName },
): Lots {
  const { grounds, groundOf } = surveyed(world, universe, how.action);
  const lots: Lot[] = [];
  const policied = world.single.policied(how.action);
  universe.resources.forEach((on, at) => {
    const target = world.isOpened ? undefined : policied(on);
    const ground = grounds[groundOf[at] ?? 0];
    if (target === undefined || ground === undefined) return;
    const { policies, isPublic, gate } = target;
    const isUnread = policies.some(({ source }) => source.document.open !== undefined);
    lots.push({ at, ground, policies, isUnread, isGated: isPublic && gate.kind !== 'not-applicable' });
  });
  const shelf: Shelf = { world, universe, ...how, grounds, groundOf, index: indexOf(lots), known: new Map() };
  return {
    grounds,
    groundOf,
    special: (action) => specialLots(shelf, action),
    topicsOf: (action) => `${shelf.index.actions.topicsOf(action)} | ${controlTopics(shelf, action)}`,
  };
}

/** The ground of each resource; most are told by the deployment alone. */
function surveyed(
  { single, forms, sequences }: World,
  { resources, arns }: Universe,
  action: ActionName,
): Pick<Lots, 'grounds' | 'groundOf'> {
  const grounds: Ground[] = [];
  const groundOf = new Uint32Array(resources.length);
  const plain = new Map<Resource['deployment'], number>();
  const rules = groundRulesOf(action);
  const places = new Map<number, number>();
  const placeOf = (on: Resource, at: number) => {
    const { text, literal } = arns[at] ?? { text: [], literal: undefined };
    const guard = isAlways(on.guard) ? '' : guardKey(on.guard);
    const shape = forms.intern(
      ['ground', rules, guard, textKey(partitionField(text)), peculiarity(literal)].join('\n'),
    );
    const owner = single.ownerOf(on);
    const account = textKey(owner);
    const number = sequences.add(sequences.add(sequences.add(EMPTY, LOT), shape), forms.intern(account));
    return remember(places, number, () => grounds.push({ number, shape, account, owner }) - 1);
  };
  resources.forEach((on, at) => {
    const literal = arns[at]?.literal;
    const isUsual = isAlways(on.guard) && literal?.startsWith('arn:aws:') === true && peculiarity(literal) === '';
    groundOf[at] = isUsual ? remember(plain, on.deployment, () => placeOf(on, at)) : placeOf(on, at);
  });
  return { grounds, groundOf };
}

/** No sequence has this number. */
const LOT = 2 ** 26 - 2;

/** What an ARN says to AWS besides the place: identities that it keeps for itself, and its own keys, which controls spare. */
function peculiarity(arn: string | undefined): string {
  if (arn === undefined) return '';
  if (arn.includes(':iam:')) return `${reservedPlace(arn)}`;
  return arn.includes(':alias/aws/') ? 'alias' : '';
}

interface LotIndex {
  readonly actions: ActionIndex;
  /** Lots by the number of a document in the index, and the other way round. */
  readonly owners: readonly Lot[];
  readonly documents: ReadonlyMap<Lot, readonly number[]>;
  /** Documents with holes in their actions. */
  readonly hasHoles: ReadonlySet<number>;
  readonly unread: readonly Lot[];
  readonly byPosition: ReadonlyMap<number, Lot>;
}

function indexOf(lots: readonly Lot[]): LotIndex {
  const owners: Lot[] = [];
  const documents: DocumentCode[] = [];
  const ofLot = new Map<Lot, readonly number[]>();
  const hasHoles = new Set<number>();
  for (const lot of lots) {
    const numbers = lot.policies.map(({ document }) => {
      owners.push(lot);
      if (document.all.some(hasOpenActions)) hasHoles.add(documents.length);
      return documents.push(document) - 1;
    });
    ofLot.set(lot, numbers);
  }
  return {
    actions: createActionIndex(documents),
    owners,
    documents: ofLot,
    hasHoles,
    unread: lots.filter(({ isUnread }) => isUnread),
    byPosition: new Map(lots.map((lot) => [lot.at, lot])),
  };
}

/** Which statements of resource control policies speak of an action, account by account. */
function controlTopics({ world, grounds }: Shelf, action: ActionName): string {
  const spoken = new Set<string>();
  for (const { account, owner } of grounds)
    world.single.controls(owner, action).forEach(({ document }, at) => {
      document.all.forEach((code, place) => {
        if (!speaksOf(code, action)) return;
        spoken.add(`${account} ${at} ${place} ${hasOpenActions(code) ? action.given : ''}`);
      });
    });
  return [...spoken].join();
}

/** Resources about which a policy of theirs, or of their account, says something of the action. */
function specialLots(shelf: Shelf, action: ActionName): readonly Special[] {
  const { index, world } = shelf;
  const mentions = index.actions.about(action);
  const found = new Set<Lot>(index.unread);
  for (const document of mentions.keys()) {
    const owner = index.owners[document];
    if (owner !== undefined) found.add(owner);
  }
  const isControlled = shelf.grounds.map(({ owner }) => world.single.controls(owner, action).length > 0);
  for (const lot of controlledLots(shelf, isControlled)) found.add(lot);
  const result: Special[] = [];
  for (const lot of [...found].sort((left, right) => left.at - right.at)) {
    const isFree = isControlled[shelf.groundOf[lot.at] ?? 0] !== true;
    const key = isFree ? mentionKey(shelf, lot, mentions) : undefined;
    const one = key === undefined ? specialOf(shelf, lot, action) : knownSpecial(shelf, lot, { action, key });
    if (one !== undefined) result.push(one);
  }
  return result;
}

/** Every resource on a ground over which there are resource control policies. */
function controlledLots({ groundOf, grounds, index }: Shelf, isControlled: readonly boolean[]): readonly Lot[] {
  if (!isControlled.includes(true)) return [];
  const lots: Lot[] = [];
  groundOf.forEach((place, at) => {
    const ground = grounds[place];
    if (ground === undefined || isControlled[place] !== true) return;
    lots.push(index.byPosition.get(at) ?? { at, ground, policies: [], isUnread: false, isGated: false });
  });
  return lots;
}

function knownSpecial(
  shelf: Shelf,
  lot: Lot,
  { action, key }: { readonly action: ActionName; readonly key: number },
): Special | undefined {
  const before = shelf.known.get(key);
  if (before !== undefined || shelf.known.has(key)) return before;
  const made = specialOf(shelf, lot, action);
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
