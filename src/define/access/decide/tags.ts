import type { KeyValue } from '../../../model/caller.ts';
import type { Resource } from '../../../model/resource.ts';
import { literalOf } from '../../../model/text.ts';
import { textOf, type Value } from '../../../model/value.ts';

/** The tags of a resource by lower-cased name, and what is to be said of names that are not among them. */
interface Tags {
  readonly byName: ReadonlyMap<string, KeyValue>;
  readonly others: KeyValue | undefined;
}

const known = new WeakMap<Resource, Tags>();
const notKnown: KeyValue = { kind: 'open', present: 'maybe', control: 'topology' };
const noTags: Tags = { byName: new Map(), others: undefined };

/** A tag by lower-cased name; undefined when it is not there, open when that cannot be told. */
export function tagOf(resource: Resource, name: string): KeyValue | undefined {
  let tags = known.get(resource);
  if (tags === undefined) {
    tags = readTags(resource.properties.entries.get('Tags'));
    known.set(resource, tags);
  }
  return tags.byName.get(name) ?? tags.others;
}

function readTags(value: Value | undefined): Tags {
  if (value === undefined || value.kind === 'absent') return noTags;
  if (value.kind !== 'list' && value.kind !== 'map') return { ...noTags, others: notKnown };
  const pairs = value.kind === 'map' ? [...value.entries] : value.items.map(pairIn);
  const byName = new Map<string, KeyValue>();
  let complete = value.open === undefined;
  for (const pair of pairs) {
    if (pair === undefined) complete = false;
    else if (!byName.has(pair[0].toLowerCase())) byName.set(pair[0].toLowerCase(), tagValue(pair[1]));
  }
  return { byName, others: complete ? undefined : notKnown };
}

function tagValue(value: Value): KeyValue {
  const text = textOf(value);
  return text === undefined ? notKnown : { kind: 'values', values: [text] };
}

function pairIn(item: Value): readonly [string, Value] | undefined {
  if (item.kind !== 'map') return undefined;
  const [key, value] = [item.entries.get('Key'), item.entries.get('Value')];
  const name = key === undefined ? undefined : literalOf(textOf(key) ?? []);
  return name === undefined || value === undefined ? undefined : [name, value];
}
