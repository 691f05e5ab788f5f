import type { KeyValue } from '../../../src/model/caller.ts';
import type { Resource } from '../../../src/model/resource.ts';
import { literalOf } from '../../../src/model/text.ts';
import { textOf, type Value } from '../../../src/model/value.ts';
import { one } from './key-sources.ts';

/** A tag by name, without regard to case as keys are; undefined when it is not there, open when the tags are not known. */
export function tagOf(resource: Resource, name: string): KeyValue | undefined {
  const tags = resource.properties.entries.get('Tags');
  if (tags === undefined || tags.kind === 'absent') return undefined;
  const unknown: KeyValue = { kind: 'open', present: 'maybe', control: 'topology' };
  const pairs = tags.kind === 'list' ? tags.items.map(pairOf) : tags.kind === 'map' ? [...tags.entries] : undefined;
  if (pairs === undefined) return unknown;
  let doubtful = (tags.kind === 'list' || tags.kind === 'map') && tags.open !== undefined;
  for (const pair of pairs) {
    if (pair === undefined) doubtful = true;
    else if (pair[0].toLowerCase() === name) {
      const value = textOf(pair[1]);
      return value === undefined ? unknown : one(value);
    }
  }
  return doubtful ? unknown : undefined;
}

function pairOf(item: Value): readonly [string, Value] | undefined {
  if (item.kind !== 'map') return undefined;
  const key = item.entries.get('Key');
  const value = item.entries.get('Value');
  const name = key === undefined ? undefined : literalOf(textOf(key) ?? []);
  return name === undefined || value === undefined ? undefined : [name, value];
}
