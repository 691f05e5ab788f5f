import type { Value } from '../../../model/value.ts';
import { combine } from '../../cloudformation/value-case.ts';
import { flatProvenance } from '../expression/computed.ts';
import { booleanOf, numberOf } from '../expression/number.ts';
import { isFailure } from '../expression/special.ts';
import { joined, jsonText, plainString } from '../expression/text.ts';
import { type Call, open, refused } from './function.ts';

const verb = /%(%|([ #+\-0]*)(\d+|\*)?(?:\.(\d+))?(?:\[(\d+)\])?([a-zA-Z]))/g;

/**
 * `format`: the verbs of Terraform with flags, width, precision and argument numbers.
 * Source: https://developer.hashicorp.com/terraform/language/functions/format
 */
export function formatText(spec: string, values: readonly Value[], all: readonly Value[], call: Call): Value {
  return combine(values, call.origin, (chosen) => {
    const failed = chosen.find(isFailure);
    if (failed !== undefined) return failed;
    const pieces = piecesOf(spec, chosen, call);
    if (!Array.isArray(pieces)) return pieces as Value;
    const made = joined(pieces, call.run, call.origin);
    const { defaults, refs } = flatProvenance(all);
    if (made.kind !== 'literal' && made.kind !== 'text') return made;
    return { ...made, ...(defaults.length > 0 && { defaults }), ...(refs.length > 0 && { refs }) };
  });
}

function piecesOf(spec: string, values: readonly Value[], call: Call): readonly (string | Value)[] | Value {
  const pieces: (string | Value)[] = [];
  let from = 0;
  let next = 0;
  let numbered = false;
  for (const match of spec.matchAll(verb)) {
    pieces.push(spec.slice(from, match.index));
    from = match.index + match[0].length;
    if (match[1] === '%') {
      pieces.push('%');
      continue;
    }
    const [, , flags = '', width = '', precision, position, letter = ''] = match;
    if (position !== undefined) {
      next = Number(position) - 1;
      numbered = true;
    }
    const value = values[next];
    if (value === undefined) return refused(`there is no value for the verb ${match[0]}`, call);
    next += 1;
    const piece = formatted(value, { flags, width: Number(width), precision, letter }, call);
    if (typeof piece === 'object' && isFailure(piece)) return piece;
    pieces.push(piece);
  }
  if (spec.slice(from).includes('%')) return refused('the format has a verb that is not known', call);
  if (!numbered && next < values.length) return refused('there are more values than verbs', call);
  pieces.push(spec.slice(from));
  return pieces;
}

interface Verb {
  readonly flags: string;
  readonly width: number;
  readonly precision: string | undefined;
  readonly letter: string;
}

function formatted(value: Value, how: Verb, call: Call): string | Value {
  if (how.width > 10_000) return refused('the width is too large', call);
  const plain = how.width === 0 && how.precision === undefined;
  if (value.kind !== 'literal' && plain && (how.letter === 's' || how.letter === 'v'))
    return value.kind === 'list' || value.kind === 'map' ? jsonText(value, call.run, call.origin) : value;
  if (value.kind === 'unknown' || value.kind === 'text')
    return plain && how.letter === 'd' ? value : open([value], call);
  const written = writtenAs(value, how, call);
  return typeof written === 'string' ? padded(written, how) : written;
}

function writtenAs(value: Value, { letter, precision, flags }: Verb, call: Call): string | Value {
  const number = numberOf(value);
  switch (letter) {
    case 's':
    case 'v': {
      if (flags.includes('#')) return jsonText(value, call.run, call.origin);
      if (value.kind !== 'literal') return jsonText(value, call.run, call.origin);
      if (value.value === null) return letter === 'v' ? 'null' : refused('a value is null', call, 'null-value');
      const text = String(value.value);
      return precision === undefined ? text : [...text].slice(0, Number(precision)).join('');
    }
    case 'q':
      return JSON.stringify(plainString(value, call.run, call.origin) ?? '');
    case 't':
      return booleanOf(value) === undefined ? refused('%t needs true or false', call) : String(booleanOf(value));
    default:
      return number === undefined
        ? refused(`%${letter} needs a number`, call)
        : signed(numeral(number, letter, precision), flags);
  }
}

function signed(text: string, flags: string): string {
  if (text.startsWith('-')) return text;
  return flags.includes('+') ? `+${text}` : flags.includes(' ') ? ` ${text}` : text;
}

function numeral(value: number, letter: string, precision: string | undefined): string {
  const digits = precision === undefined ? 6 : Number(precision);
  const whole = Math.trunc(value);
  switch (letter) {
    case 'b':
      return whole.toString(2);
    case 'o':
      return whole.toString(8);
    case 'x':
      return whole.toString(16);
    case 'X':
      return whole.toString(16).toUpperCase();
    case 'e':
    case 'E': {
      const text = value.toExponential(Math.min(digits, 100)).replace(/e([+-])(\d)$/, 'e$10$2');
      return letter === 'E' ? text.toUpperCase() : text;
    }
    case 'f':
    case 'F':
      return value.toFixed(Math.min(digits, 100));
    case 'g':
    case 'G':
      return precision === undefined
        ? String(value)
        : String(Number(value.toPrecision(Math.min(Math.max(digits, 1), 100))));
    default:
      return String(whole);
  }
}

function padded(text: string, { flags, width, letter }: Verb): string {
  if (flags.includes('-')) return text.padEnd(width);
  if (!flags.includes('0') || letter === 's' || letter === 'v' || letter === 'q') return text.padStart(width);
  const sign = /^[+\- ]/.exec(text)?.[0] ?? '';
  return sign + text.slice(sign.length).padStart(width - sign.length, '0');
}
