import type { Origin } from '../model/origin.ts';
import { type Hole, literalOf, type Text, type TextPart, text } from '../model/text.ts';
import type { Value } from '../model/value.ts';

/** Stands for a hole while JSON is parsed: a private-use character, the hole's number, and the character again. */
const MARK = '\uE0F1';

/**
 * A JSON string as a value; every part has the place of the string. Holes may stand inside JSON's strings, where they
 * stay parts of a text, or in place of a whole value, which is then unknown. Undefined when it is not JSON.
 */
export function jsonValue(source: Text, origin: Origin): Value | undefined {
  const holes: Hole[] = [];
  const marked = withMarks(source, holes);
  if (marked === undefined) return undefined;
  try {
    return fromJson(JSON.parse(marked) as unknown, { origin, holes });
  } catch {
    return undefined;
  }
}

/** A hole outside of JSON's strings gets quotes, so that it is a value of its own. Undefined when the mark is taken. */
function withMarks(source: Text, holes: Hole[]): string | undefined {
  const literal = literalOf(source);
  if (literal !== undefined) return literal.includes(MARK) ? undefined : literal;
  let quoted = false;
  let result = '';
  for (const part of source) {
    if (typeof part === 'string') {
      if (part.includes(MARK)) return undefined;
      quoted = endsQuoted(part, quoted);
      result += part;
    } else {
      const mark = `${MARK}${holes.push(part) - 1}${MARK}`;
      result += quoted ? mark : `"${mark}"`;
    }
  }
  return result;
}

/** Is a JSON string still open after this piece of source? */
function endsQuoted(piece: string, before: boolean): boolean {
  let quoted = before;
  for (let at = 0; at < piece.length; at += 1) {
    if (piece[at] === '\\' && quoted) at += 1;
    else if (piece[at] === '"') quoted = !quoted;
  }
  return quoted;
}

interface Place {
  readonly origin: Origin;
  readonly holes: readonly Hole[];
}

function fromJson(data: unknown, place: Place): Value {
  const { origin } = place;
  if (Array.isArray(data)) return { kind: 'list', items: data.map((item) => fromJson(item, place)), origin };
  if (typeof data === 'object' && data !== null) {
    const entries = new Map<string, Value>();
    const members = data as Readonly<Record<string, unknown>>;
    for (const key of Object.keys(members)) entries.set(key, fromJson(members[key], place));
    return { kind: 'map', entries, origin };
  }
  if (typeof data !== 'string' || place.holes.length === 0 || !data.includes(MARK))
    return { kind: 'literal', value: data as string | number | boolean | null, origin };
  const parts = text(
    ...data.split(MARK).map((piece, at): TextPart => (at % 2 === 0 ? piece : (place.holes[Number(piece)] ?? ''))),
  );
  const [only] = parts;
  return parts.length === 1 && typeof only === 'object'
    ? { kind: 'unknown', hole: only, origin }
    : { kind: 'text', text: parts, origin };
}
