import type { Forward } from '../model/entry.ts';
import { byDefault, type Fact, given } from '../model/fact.ts';
import type { ResourceView } from '../model/service.ts';
import type { Value } from '../model/value.ts';
import { optionsOf } from './answer.ts';
import { isGiven } from './combine-facts.ts';

/** What there is to say of a flow that a property states; what is left out is as between AWS services. */
export type StatedFlow = Pick<Forward, 'kind' | 'because'> & Partial<Omit<Forward, 'to' | 'kind' | 'because'>>;

/**
 * The flow to what a property names, or none when the property is not given. Between AWS services it is HTTPS to an AWS
 * API, and the sender is known to IAM.
 */
export function statedFlow(to: Value | undefined, flow: StatedFlow): readonly Forward[] {
  if (to === undefined || !isGiven(to)) return [];
  return [
    { protocol: 'https', port: 443, encrypted: byDefault(true), authentication: 'iam', origin: to.origin, ...flow, to },
  ];
}

/** Flows as an answer; that there are none is what holds when no property states one. */
export function flowsOf(view: ResourceView, forwards: readonly Forward[]): Fact<readonly Forward[]> {
  return forwards.length === 0 ? byDefault<readonly Forward[]>([], [view.origin()]) : given(forwards);
}

/** Names and values of a map property, whatever conditions they stand under: for what a configuration may refer to. */
export function entriesOf(
  view: ResourceView,
  path: string,
): readonly { readonly name: string; readonly value: Value }[] {
  return optionsOf(view.read(path)).flatMap(({ value }) =>
    value?.kind === 'map' ? [...value.entries].map(([name, entry]) => ({ name, value: entry })) : [],
  );
}

/** All scalar values inside a value, in order, each with the name of the entry that it stands under. */
export function leavesOf(
  value: Value | undefined,
  name: string,
): readonly { readonly name: string; readonly value: Value }[] {
  if (value === undefined || value.kind === 'absent') return [];
  if (value.kind === 'list') return value.items.flatMap((item) => leavesOf(item, name));
  if (value.kind === 'map') return [...value.entries].flatMap(([key, entry]) => leavesOf(entry, key));
  if (value.kind === 'choice') return value.options.flatMap((option) => leavesOf(option.value, name));
  return [{ name, value }];
}
