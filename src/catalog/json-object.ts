import { literalOf } from '../model/text.ts';
import { type MapValue, textOf, type Value } from '../model/value.ts';
import { optionsOf } from './answer.ts';
import { jsonValue } from './json-value.ts';

/** The maps that a property may be which takes an object or its JSON text; none for what is neither. */
export function jsonObject(value: Value | undefined): readonly MapValue[] {
  return optionsOf(value).flatMap(({ value: option }): readonly MapValue[] => {
    if (option?.kind === 'map') return [option];
    const text = option === undefined ? undefined : textOf(option);
    if (option === undefined || text === undefined || literalOf(text) === '') return [];
    const parsed = jsonValue(text, option.origin);
    return parsed?.kind === 'map' ? [parsed] : [];
  });
}
