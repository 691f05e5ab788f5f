import type { Origin, SourceSpan } from '../../model/origin.ts';
import type { Resource } from '../../model/resource.ts';
import type { PartPlace, PlainPart, ResourceEdit, SourceEdit, SourcePart } from '../../model/source-edit.ts';
import type { ListValue, MapValue, Value } from '../../model/value.ts';
import { type Resources, writtenPart } from '../choke/source-text.ts';
import { absentAt, type Place, partAt, statedIn } from '../choke/stated.ts';

/** Looks up resources, and where in the files something stands. */
export interface SourceOf {
  readonly resources: Resources;
  readonly span: (origin: Origin) => SourceSpan | undefined;
}

/** The edits of one resource, or why its source cannot say what became of it. */
export type FoundEdits = ResourceEdit | { readonly because: string };

/** What has to be edited in the source of a resource so that it says what its changed properties say. */
export function resourceEdits(before: Resource, after: Resource | undefined, source: SourceOf): FoundEdits {
  const { id: resource } = before;
  if (after === undefined) return { resource, edits: 'removed' };
  const policies: { readonly place: PartPlace; readonly value: Value | undefined }[] = [];
  for (const document of silenced(before, after)) {
    const place = placeOfPolicy(before, document);
    if (place === undefined) return { because: whyStays(document) };
    if (place.length === 0) return { resource, edits: 'removed' };
    policies.push({ place, value: partAt(before.properties, place) });
  }
  const words: Words = {
    written: (value) => writtenPart(value, before, source.resources),
    part: ({ origin, kind }) => {
      const span = source.span(origin);
      return span && { span, shape: kind === 'map' || kind === 'list' ? kind : 'scalar' };
    },
  };
  const edits: SourceEdit[] = [];
  for (const edit of editsBetween(before.properties, after.properties, [], words)) {
    if ('because' in edit) return edit;
    if (!policies.some((policy) => policy.place.every((step, at) => edit.place[at] === step))) edits.push(edit);
  }
  return { resource, edits: [...edits, ...policies.map(({ place, value }) => removal(place, value, words))] };
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

interface Words {
  readonly written: (value: Value) => PlainPart | undefined;
  readonly part: (value: Value) => SourcePart | undefined;
}

type Edits = Generator<SourceEdit | { readonly because: string }>;

function* editsBetween(before: Value, after: Value, place: PartPlace, words: Words): Edits {
  if (before === after) return;
  if (after.kind === 'absent') {
    if (before.kind !== 'absent') yield removal(place, before, words);
  } else if (before.kind === 'map' && after.kind === 'map') yield* entryEdits(before, after, place, words);
  else if (before.kind === 'list' && after.kind === 'list') yield* listEdits(before, after, place, words);
  else if (before.kind === 'choice' && after.kind === 'choice') {
    for (const [at, { value }] of before.options.entries()) {
      const next = after.options[at]?.value ?? value;
      yield* editsBetween(value, next, [...place, at], words);
    }
  } else yield put('set', after, { place, at: before }, words);
}

function* entryEdits(before: MapValue, after: MapValue, place: PartPlace, words: Words): Edits {
  for (const [name, value] of after.entries) {
    const was = before.entries.get(name);
    const inner = [...place, name];
    if (was !== undefined && was.kind !== 'absent') yield* editsBetween(was, value, inner, words);
    else if (value.kind !== 'absent') yield put('add', value, { place: inner, at: before }, words);
  }
  for (const [name, value] of before.entries)
    if (!after.entries.has(name)) yield removal([...place, name], value, words);
}

function removal(place: PartPlace, part: Value | undefined, words: Words): SourceEdit {
  const at = part === undefined ? undefined : words.part(part);
  return { kind: 'remove', place, ...(at !== undefined && { at }) };
}

function put(
  kind: 'set' | 'add' | 'append',
  part: Value,
  where: { readonly place: PartPlace; readonly at: Value },
  words: Words,
): SourceEdit | { readonly because: string } {
  const value = words.written(part);
  const at = words.part(where.at);
  if (value === undefined) return { because: `the input does not tell how ${where.place.join('.')} would be written` };
  return { kind, place: where.place, value, ...(at !== undefined && { at }) };
}

/** Members that are the same values stay; those that are gone are removed, and new ones stand at the end. */
function* listEdits(list: ListValue, changed: ListValue, place: PartPlace, words: Words): Edits {
  const [before, after] = [list.items, changed.items];
  const isAligned = after.length >= before.length && before.every((one, at) => isAlike(one, after[at]));
  const kept = new Set(after);
  for (const [at, one] of before.entries()) {
    const next = isAligned ? after[at] : kept.has(one) ? one : undefined;
    yield* editsBetween(one, next ?? absentAt(one), [...place, at], words);
  }
  const known = new Set(before);
  for (const one of isAligned ? after.slice(before.length) : after.filter((value) => !known.has(value)))
    yield put('append', one, { place, at: list }, words);
}

/** May the second be what became of the first? */
function isAlike(one: Value, other: Value | undefined): boolean {
  const isCollection = one.kind === 'map' || one.kind === 'list' || one.kind === 'choice';
  return one === other || other?.kind === 'absent' || (isCollection && one.kind === other?.kind);
}
