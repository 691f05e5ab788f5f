import type { Assumed } from '../model/guard.ts';
import type { Resource } from '../model/resource.ts';
import { literalOf } from '../model/text.ts';
import { at, textOf, type Value } from '../model/value.ts';
import { settle, settledItems, settledText, settledValue } from './settled-value.ts';

/** What a rule of EventBridge asks of events, as far as it is about these fields. `any` where it does not ask. */
export type Asked = readonly string[] | 'any' | 'unknown';

/** Is the rule on, does it listen, and does it tell somebody? https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-rule.html */
export function isListening(rule: Resource, assumed: Assumed): boolean | 'unknown' {
  const state = settledText(rule, 'State', assumed) ?? 'ENABLED';
  if (state === 'unknown') return state;
  if (state === 'DISABLED') return false;
  const targets = settledItems(settledValue(rule, 'Targets', assumed), assumed);
  return targets === 'unknown' ? targets : targets.length > 0;
}

/** The plain values that the pattern of a rule admits for a field, `source` or `detail.eventName`. */
export function askedFor(rule: Resource, field: string, assumed: Assumed): Asked {
  const pattern = settledValue(rule, 'EventPattern', assumed);
  if (pattern === 'unknown' || pattern?.kind !== 'map') return 'unknown';
  let here: Value | 'unknown' | undefined = pattern;
  for (const step of field.split('.')) {
    if (here === 'unknown' || here === undefined) break;
    here = settle(at(here, step), assumed);
  }
  if (here === undefined) return 'any';
  const items = settledItems(here, assumed);
  if (items === 'unknown') return items;
  return items.flatMap((item) => {
    const word = item.kind === 'map' ? prefixOf(item) : literalOf(textOf(item) ?? []);
    return word === undefined ? [] : [word];
  });
}

/** Does the pattern ask for nothing but these fields of the detail? */
export function asksOnlyFor(rule: Resource, fields: readonly string[], assumed: Assumed): boolean | 'unknown' {
  const detail = settledValue(rule, 'EventPattern.detail', assumed);
  if (detail === undefined || detail === 'unknown') return detail === undefined || detail;
  return detail.kind !== 'map' ||
    detail.open !== undefined ||
    [...detail.entries.keys()].some((one) => !fields.includes(one))
    ? 'unknown'
    : true;
}

/** `{ prefix: Delete }` as `Delete*`; other matchers are not read, so a rule with these admits less than we could say. */
function prefixOf(item: Value): string | undefined {
  const prefix = at(item, 'prefix');
  const text = prefix === undefined ? undefined : literalOf(textOf(prefix) ?? []);
  return text === undefined ? undefined : `${text}*`;
}

/** Is the word among those asked for? */
export function admits(asked: Asked, is: (word: string) => boolean): boolean | 'unknown' {
  if (asked === 'any') return true;
  return asked === 'unknown' ? asked : asked.some(is);
}
