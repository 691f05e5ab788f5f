import type { KeyValue } from '../../../model/caller.ts';
import type { Resource } from '../../../model/resource.ts';
import { literalOf } from '../../../model/text.ts';
import { textOf, type Value } from '../../../model/value.ts';

const notKnown: KeyValue = { kind: 'open', present: 'maybe', control: 'topology' };

/** A tag by lower-cased name; undefined when it is not there, open when that cannot be told. */
export function tagOf({ properties }: Resource, name: string): KeyValue | undefined {
  const value = properties.entries.get('Tags');
  if (value === undefined || value.kind === 'absent') return undefined;
  if (value.kind !== 'list' && value.kind !== 'map') return notKnown;
  if (value.kind === 'map') {
    for (const [key, item] of value.entries) if (key.toLowerCase() === name) return tagValue(item);
    return value.open === undefined ? undefined : notKnown;
  }
  let isComplete = value.open === undefined;
  for (const item of value.items) {
    const pair = pairIn(item);
    if (pair === undefined) isComplete = false;
    else if (pair.key.toLowerCase() === name) return tagValue(pair.value);
  }
  return isComplete ? undefined : notKnown;
}

function tagValue(value: Value): KeyValue {
  const text = textOf(value);
  return text === undefined ? notKnown : { kind: 'values', values: [text] };
}

function pairIn(item: Value): { readonly key: string; readonly value: Value } | undefined {
  if (item.kind !== 'map') return undefined;
  const value = item.entries.get('Value');
  const name = item.entries.get('Key');
  const key = name === undefined ? undefined : literalOf(textOf(name) ?? []);
  return key === undefined || value === undefined ? undefined : { key, value };
}
