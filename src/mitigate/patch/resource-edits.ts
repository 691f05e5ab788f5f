import type { Resource } from '../../model/resource.ts';
import type { PartPlace, ResourceEdit, SourceEdit } from '../../model/source-edit.ts';
import type { MapValue, Value } from '../../model/value.ts';
import { type Resources, writtenPart } from '../choke/source-text.ts';
import { absentAt, type Place, statedIn } from '../choke/stated.ts';

/** The edits of one resource, or why its source cannot say what became of it. */
export type FoundEdits = ResourceEdit | { readonly because: string };

/** What has to be edited in the source of a resource so that it says what its changed properties say. */
export function resourceEdits(before: Resource, after: Resource | undefined, resources: Resources): FoundEdits {
  const { id: resource } = before;
  if (after === undefined) return { resource, edits: 'removed' };
  const policies: PartPlace[] = [];
  for (const document of silenced(before, after)) {
    const place = placeOfPolicy(before, document);
    if (place === undefined) return { because: whyStays(document) };
    if (place.length === 0) return { resource, edits: 'removed' };
    policies.push(place);
  }
  const words = (value: Value) => writtenPart(value, before, resources);
  const edits: SourceEdit[] = [];
  for (const edit of editsBetween(before.properties, after.properties, [], words)) {
    if ('because' in edit) return edit;
    if (!policies.some((policy) => policy.every((step, at) => edit.place[at] === step))) edits.push(edit);
  }
  return { resource, edits: [...edits, ...policies.map((place) => ({ kind: 'remove', place }) as const)] };
}

/** Documents that had statements and have none now, by the place of the document. */
function silenced(before: Resource, after: Resource): readonly Place[] {
  const documents = (of: Resource) =>
    new Map(
      statedIn(of).map(({ place }) => {
        const document = place.slice(0, place.lastIndexOf('Statement'));
        return [document.join('.'), document] as const;
      }),
    );
  const left = documents(after);
  return [...documents(before)].flatMap(([key, place]) => (left.has(key) ? [] : [place]));
}

/** What goes with a document that says nothing any more: the resource, when it is all that it is for, or the inline policy. */
function placeOfPolicy({ type }: Resource, document: Place): PartPlace | undefined {
  if (document.length === 1 && document[0] === 'PolicyDocument' && type.endsWith('Policy')) return [];
  const isInline = document.length === 3 && document[0] === 'Policies' && document[2] === 'PolicyDocument';
  return isInline ? document.slice(0, 2) : undefined;
}

function whyStays(document: Place): string {
  return document[0] === 'AssumeRolePolicyDocument'
    ? 'nobody could take the role any more: delete it with what uses it, or say in its trust whom it is for'
    : `${document.join('.')} would have no statement left, which AWS does not accept`;
}

type Words = (value: Value) => ReturnType<typeof writtenPart>;
type Edits = Generator<SourceEdit | { readonly because: string }>;

function* editsBetween(before: Value, after: Value, place: PartPlace, words: Words): Edits {
  if (before === after) return;
  if (after.kind === 'absent') {
    if (before.kind !== 'absent') yield { kind: 'remove', place };
  } else if (before.kind === 'map' && after.kind === 'map') yield* entryEdits(before, after, place, words);
  else if (before.kind === 'list' && after.kind === 'list') yield* listEdits(before.items, after.items, place, words);
  else if (before.kind === 'choice') yield { because: `${place.join('.')} hangs on a condition` };
  else yield put('set', after, place, words);
}

function* entryEdits(before: MapValue, after: MapValue, place: PartPlace, words: Words): Edits {
  for (const [name, value] of after.entries) {
    const was = before.entries.get(name) ?? absentAt(value);
    yield* editsBetween(was, value, [...place, name], words);
  }
  for (const name of before.entries.keys())
    if (!after.entries.has(name)) yield { kind: 'remove', place: [...place, name] };
}

function put(kind: 'set' | 'append', part: Value, place: PartPlace, words: Words) {
  const value = words(part);
  if (value === undefined) return { because: `the input does not tell how ${place.join('.')} would be written` };
  return { kind, place, value };
}

/** Members that are the same values stay; those that are gone are removed, and new ones stand at the end. */
function* listEdits(before: readonly Value[], after: readonly Value[], place: PartPlace, words: Words): Edits {
  const isAligned = after.length >= before.length && before.every((one, at) => isAlike(one, after[at]));
  const kept = new Set(after);
  for (const [at, one] of before.entries()) {
    const next = isAligned ? after[at] : kept.has(one) ? one : undefined;
    if (next === undefined) yield { kind: 'remove', place: [...place, at] };
    else yield* editsBetween(one, next, [...place, at], words);
  }
  const known = new Set(before);
  for (const one of isAligned ? after.slice(before.length) : after.filter((value) => !known.has(value)))
    yield put('append', one, place, words);
}

/** May the second be what became of the first? */
function isAlike(one: Value, other: Value | undefined): boolean {
  return one === other || other?.kind === 'absent' || (one.kind === 'map' && other?.kind === 'map');
}
