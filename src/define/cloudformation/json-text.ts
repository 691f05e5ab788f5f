import type { Origin } from '../../model/origin.ts';
import { type Text, type TextPart, text } from '../../model/text.ts';
import type { Value } from '../../model/value.ts';
import { combine, mapCases, provenanceOf, textValue } from './value-case.ts';

/** A value as JSON text, without spaces, holes in place; strings of holes are quoted as strings. */
export function jsonOf(value: Value, origin: Origin): Value {
  return mapCases(value, origin, (one) => {
    if (one.kind === 'list') {
      const items = one.items.filter((item) => item.kind !== 'absent').map((item) => jsonOf(item, origin));
      return around('[', ']', one.open === undefined ? items : [...items, textValue([one.open], origin)], origin);
    }
    if (one.kind === 'map') {
      const members = [...one.entries]
        .filter(([, member]) => member.kind !== 'absent')
        .map(([key, member]) => prefixed(`${JSON.stringify(key)}:`, jsonOf(member, origin), origin));
      return around('{', '}', one.open === undefined ? members : [...members, textValue([one.open], origin)], origin);
    }
    return textValue(scalarJson(one), origin, provenanceOf(one));
  });
}

function scalarJson(value: Value): Text {
  if (value.kind === 'literal') return [JSON.stringify(value.value)];
  if (value.kind === 'unknown') return [value.hole];
  if (value.kind !== 'text') return ['null'];
  const inner = value.text.map(
    (part): TextPart => (typeof part === 'string' ? JSON.stringify(part).slice(1, -1) : part),
  );
  return text('"', ...inner, '"');
}

function prefixed(prefix: string, value: Value, origin: Origin): Value {
  return mapCases(value, origin, (one) => textValue(text(prefix, ...partsOf(one)), origin, provenanceOf(one)));
}

function around(open: string, close: string, values: readonly Value[], origin: Origin): Value {
  return combine(values, origin, (chosen) => {
    const parts = chosen.flatMap((value, at): readonly TextPart[] =>
      at === 0 ? partsOf(value) : [',', ...partsOf(value)],
    );
    return textValue(text(open, ...parts, close), origin, provenanceOf(...chosen));
  });
}

function partsOf(value: Value): Text {
  if (value.kind === 'text') return value.text;
  return value.kind === 'literal' ? [String(value.value)] : value.kind === 'unknown' ? [value.hole] : [];
}
