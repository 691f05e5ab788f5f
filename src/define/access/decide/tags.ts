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
  let isComplete = value.open === undefined;
  for (const pair of value.kind === 'map' ? value.entries : value.items.map(pairIn))
    if (pair === undefined) isComplete = false;
    else if (pair[0].toLowerCase() === name) return tagValue(pair[1]);
  return isComplete ? undefined : notKnown;
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
