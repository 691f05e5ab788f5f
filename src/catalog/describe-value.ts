import { describeGuard, isAlways } from '../model/guard.ts';
import { describeText } from '../model/text.ts';
import { refsOf, textOf, type Value } from '../model/value.ts';

/**
 * A property value for people: the resource that it refers to by its address, otherwise the text. Lists and maps are
 * told by what stands in them.
 */
export function describeValue(value: Value): string {
  if (value.kind === 'absent') return 'nothing';
  if (value.kind === 'list') return listed(value.items.map(describeValue));
  if (value.kind === 'map') return `{ ${[...value.entries.keys()].join(', ')} }`;
  if (value.kind === 'choice') {
    const there = value.options.filter(({ value: option }) => option.kind !== 'absent');
    return (there.length > 0 ? there : value.options)
      .map(({ guard, value: option }) =>
        isAlways(guard) ? describeValue(option) : `${describeValue(option)} when ${describeGuard(guard)}`,
      )
      .join(' or ');
  }
  const addresses = [...new Set(refsOf(value).map(({ resource }) => resource.slice(resource.indexOf('/') + 1)))];
  return addresses.length > 0 ? addresses.join('+') : describeText(textOf(value) ?? []);
}

/** Members of an answer in one line; `none` says that there are none. */
export function listed(items: readonly string[]): string {
  return items.length === 0 ? 'none' : items.join('; ');
}
