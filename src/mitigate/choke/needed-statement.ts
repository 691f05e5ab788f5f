import { dataActions } from '../../catalog/data-actions.ts';
import { describeText, text, textKey } from '../../model/text.ts';
import type { Value } from '../../model/value.ts';
import { isResource, type Right } from './rights.ts';

/** A statement that allows what is needed on one thing, or on none in particular. */
export function statementOf(rights: readonly Right[], { origin }: Pick<Value, 'origin'>): Value {
  const literal = (value: string): Value => ({ kind: 'literal', value, origin });
  const actions = [...new Set(rights.map(({ action }) => action))].sort();
  return {
    kind: 'map',
    origin,
    entries: new Map<string, Value>([
      ['Effect', literal('Allow')],
      ['Action', { kind: 'list', origin, items: actions.map(literal) }],
      ['Resource', { kind: 'list', origin, items: neededBy(rights).flatMap((on) => arnsOf(on, { origin })) }],
    ]),
  };
}

/** What rights are on, each once. */
export function neededBy(rights: readonly Right[]): readonly Right['on'][] {
  const byName = new Map(rights.map(({ on }) => [isResource(on) ? on.id : textKey(on), on] as const));
  return [...byName.values()];
}

/** For people. */
export function needName(on: Right['on']): string {
  return isResource(on) ? on.address : describeText(on);
}

/** ARN of a resource and, where data has a path behind it, of all that is behind. */
export function arnsOf(on: Right['on'], { origin }: Pick<Value, 'origin'>): readonly Value[] {
  if (!isResource(on)) return [{ kind: 'text', text: on, origin }];
  const refs = [{ resource: on.id, attribute: 'Arn' }];
  const arn = on.arn ?? on.name;
  const { suffix } = dataActions(on.type);
  const behind = suffix === '' ? [] : [text(...arn, suffix)];
  return [arn, ...behind].map((value) => ({ kind: 'text', text: value, refs, origin }));
}
