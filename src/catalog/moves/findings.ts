import type { AttackFact, ProofItem } from '../../model/attack.ts';
import { casesOf } from '../../model/fact.ts';
import { and, type Guard, isPossible } from '../../model/guard.ts';
import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { type Portion, portionKey } from '../../model/store-part.ts';
import { holesOf, literalOf } from '../../model/text.ts';
import { refsOf, textOf, type Value } from '../../model/value.ts';
import { namedScalars } from '../named-scalars.ts';
import { isEmptyOrPlaceholder, isNameOfSecret } from '../secret-shape.ts';
import { isSecretHole } from '../shown-secrets.ts';
import { credentials, idMarks, storeMarks } from './credentials.ts';
import { type KeptValue, keptValues, singleStores } from './kept-values.ts';
import { remembered } from './remembered.ts';
import { marksIn, type SecretMark } from './secret-marks.ts';

/** A secret that stands in a place: what whoever reads the place comes to know. */
export interface Finding extends Pick<KeptValue, 'place' | 'holder' | 'toCode' | 'toReaders'> {
  /** Knows the owner's credential, or reads what another store holds. */
  readonly gives: Extract<AttackFact, { readonly kind: 'knows' | 'reads' }>;
  readonly guard: Guard;
  readonly proof: Extract<ProofItem, { readonly kind: 'setting' }>;
  /** What must be so besides. */
  readonly provided?: string;
  /** Of an access key: the places where its id stands, without which the secret half is of no use. */
  readonly idIn?: readonly Portion[];
}

/** What a mark means: the credential of an owner, or what a store holds. */
interface Meaning {
  readonly of: Resource;
  readonly kind: 'knows' | 'reads';
  readonly what: string;
  readonly guard: Guard;
}

/** Every place where a credential, or what a store of secrets holds, can be read, each once. */
export const findings = remembered((ask): readonly Finding[] => {
  const meanings = meaningsOf(ask);
  if (meanings.size === 0) return [];
  const ids = idPlaces(ask);
  const found = new Map<string, Finding>();
  for (const kept of keptValues(ask))
    for (const { name, value, guard } of namedScalars(kept.value, kept.property))
      for (const meaning of marksIn(value).flatMap((mark) => meanings.get(mark) ?? [])) {
        const both = and(kept.guard, guard, meaning.guard);
        if (meaning.of.id === kept.holder.id || !isPossible(both)) continue;
        const finding = findingOf(kept, meaning, { name, origin: value.origin, guard: both, ids });
        const key = [portionKey(kept.place), kept.holder.id, meaning.kind, meaning.of.id, JSON.stringify(both)].join(
          ' ',
        );
        if (!found.has(key)) found.set(key, finding);
      }
  return [...found.values(), ...fromStores(ask, meanings), ...besideIds(ask)];
});

/**
 * The id of a known key in words, with a secret beside it: what plans, states and accounts record no longer says where a value
 * came from. That the two belong together is taken for likely, not for certain.
 */
function besideIds(ask: Questions): readonly Finding[] {
  const keys = ask.system.ofType('AWS::IAM::AccessKey').filter(({ name }) => literalOf(name) !== undefined);
  if (keys.length === 0) return [];
  const byId = new Map(keys.map((key) => [literalOf(key.name), key] as const));
  return keptValues(ask).flatMap((kept) => {
    const values = [...namedScalars(kept.value, kept.property)];
    const secret = values.find(({ name, value }) => isSecretHalf(name, value));
    if (secret === undefined) return [];
    return values.flatMap(({ value, guard }): readonly Finding[] => {
      const key = byId.get(literalOf(textOf(value) ?? []));
      if (key === undefined) return [];
      const meaning: Meaning = { of: key, kind: 'knows', what: 'secret access key', guard: key.guard };
      const both = and(kept.guard, guard, secret.guard, key.guard);
      const at = { name: secret.name, origin: secret.value.origin, guard: both, ids: new Map() };
      const { idIn, ...finding } = findingOf(kept, meaning, at);
      return isPossible(both)
        ? [{ ...finding, provided: withOpen(`the secret beside the id of ${key.address} is that key’s`, kept) }]
        : [];
    });
  });
}

function withOpen(provided: string, kept: KeptValue): string {
  return kept.provided === undefined ? provided : `${provided}, and ${kept.provided}`;
}

/** Named like a secret, with a value in it or one that is kept from us. */
function isSecretHalf(name: string, value: Value): boolean {
  const content = textOf(value) ?? [];
  const literal = literalOf(content);
  if (literal !== undefined) return isNameOfSecret(name) && !/^A[KS]IA/.test(literal) && !isEmptyOrPlaceholder(literal);
  return holesOf(content).some(isSecretHole);
}

/** A store of which nobody says what is in it, but something is made with its content. */
function fromStores(ask: Questions, meanings: ReadonlyMap<SecretMark, readonly Meaning[]>): readonly Finding[] {
  return singleStores
    .flatMap((type) => ask.system.ofType(type))
    .flatMap((store) => {
      const made = new Set(storeMarks(store).flatMap((mark) => meanings.get(mark) ?? []));
      return [...made].flatMap(({ kind, of, what, guard }): readonly Finding[] => {
        const both = and(store.guard, guard);
        if (kind !== 'knows' || !isPossible(both)) return [];
        const note = `${store.address} holds the ${what} of ${of.address}`;
        const proof = { kind: 'setting', resource: of.id, property: '', note, origin: of.origin } as const;
        return [
          {
            place: store,
            holder: of,
            toCode: false,
            toReaders: true,
            gives: { kind, resource: of.id },
            guard: both,
            proof,
          },
        ];
      });
    });
}

function findingOf(
  { place, holder, property, toCode, toReaders, provided }: KeptValue,
  { kind, of, what }: Meaning,
  at: {
    readonly name: string;
    readonly origin: Resource['origin'];
    readonly guard: Guard;
    readonly ids: ReadonlyMap<string, ReadonlyMap<string, Portion>>;
  },
): Finding {
  const note = `${at.name} of ${holder.address} is the ${what} of ${of.address}`;
  const isKey = of.type === 'AWS::IAM::AccessKey';
  return {
    place,
    holder,
    toCode,
    toReaders,
    gives: { kind, resource: of.id },
    guard: at.guard,
    proof: { kind: 'setting', resource: holder.id, property, note, origin: at.origin },
    ...(provided !== undefined && { provided }),
    ...(isKey && { idIn: [...(at.ids.get(of.id)?.values() ?? [])] }),
  };
}

function meaningsOf(ask: Questions): ReadonlyMap<SecretMark, readonly Meaning[]> {
  const meanings = new Map<SecretMark, Meaning[]>();
  const add = (marks: readonly SecretMark[], meaning: Meaning) => {
    for (const mark of marks) {
      const there = meanings.get(mark);
      if (there === undefined) meanings.set(mark, [meaning]);
      else there.push(meaning);
    }
  };
  for (const { owner, what, guard, marks } of credentials(ask)) add(marks, { of: owner, kind: 'knows', what, guard });
  const stores = singleStores.flatMap((type) => ask.system.ofType(type));
  for (const store of stores.filter((one) => keepsSecret(ask, one, meanings)))
    add(storeMarks(store), { of: store, kind: 'reads', what: 'content', guard: store.guard });
  return meanings;
}

/** Parameters hold settings of all kinds: only those with a secret in them, or encrypted as one, are worth telling. */
function keepsSecret(ask: Questions, store: Resource, meanings: ReadonlyMap<SecretMark, readonly Meaning[]>): boolean {
  const type = store.properties.entries.get('Type');
  if (store.type !== 'AWS::SSM::Parameter' || (type?.kind === 'literal' && type.value === 'SecureString')) return true;
  const value = store.properties.entries.get('Value');
  const isKnown = [...(value === undefined ? [] : namedScalars(value, 'Value'))]
    .flatMap((one) => marksIn(one.value))
    .some((mark) => meanings.has(mark));
  return isKnown || statesSecret(ask, store);
}

function statesSecret(ask: Questions, { id }: Resource): boolean {
  return casesOf(ask.system.fact(id, 'secretsInClear')).some(
    ({ fact }) => fact.kind === 'known' && fact.value.length > 0,
  );
}

/** Access keys whose id is the value: by what it leaves open, its words, or a reference to the key itself. */
function keysNamed(value: Value, keys: ReadonlyMap<SecretMark, string>): readonly string[] {
  const byReference = refsOf(value).flatMap(({ resource, attribute }) =>
    attribute === 'Ref' ? [`of:${resource}`] : [],
  );
  return [...marksIn(value), ...byReference].flatMap((mark) => keys.get(mark) ?? []);
}

/** For each access key the places where its id stands. */
function idPlaces(ask: Questions): ReadonlyMap<string, ReadonlyMap<string, Portion>> {
  const keys = new Map<SecretMark, string>();
  for (const key of ask.system.ofType('AWS::IAM::AccessKey')) for (const mark of idMarks(key)) keys.set(mark, key.id);
  const places = new Map<string, Map<string, Portion>>();
  if (keys.size === 0) return places;
  for (const { place, value, property } of keptValues(ask))
    for (const { value: scalar } of namedScalars(value, property))
      for (const key of keysNamed(scalar, keys)) {
        const there = places.get(key) ?? new Map<string, Portion>();
        places.set(key, there);
        there.set(portionKey(place), place);
      }
  return places;
}
