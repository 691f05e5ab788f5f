import type { Value } from '../../../model/value.ts';
import { type Call, define, type Functions, ofStrings, open, refused } from './function.ts';

/** Source: https://developer.hashicorp.com/terraform/language/functions, "Date and Time Functions". */
export const timeFunctions: Functions = {
  formatdate: ofStrings(2, 2, ([spec = '', stamp = ''], call) => {
    const time = timeOf(stamp);
    return time === undefined ? refused(`${stamp} is no time`, call) : formatted(spec, time, call);
  }),
  timeadd: ofStrings(2, 2, ([stamp = '', duration = ''], call) => {
    const time = timeOf(stamp);
    const added = millisecondsOf(duration);
    if (time === undefined || added === undefined) return refused('needs a time and a duration', call);
    return rfc3339({ ...time, instant: time.instant + added });
  }),
  timecmp: ofStrings(2, 2, ([left = '', right = ''], call) => {
    const [a, b] = [timeOf(left), timeOf(right)];
    return a === undefined || b === undefined ? refused('needs two times', call) : Math.sign(a.instant - b.instant);
  }),
  timestamp: define(0, 0, open),
  plantimestamp: define(0, 0, open),
};

interface Time {
  /** Milliseconds since 1970. */
  readonly instant: number;
  /** Minutes east of UTC. */
  readonly offset: number;
}

function timeOf(stamp: string): Time | undefined {
  const match = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|([+-])(\d\d):(\d\d))$/.exec(stamp);
  const instant = match === null ? Number.NaN : Date.parse(stamp);
  if (match === null || Number.isNaN(instant)) return undefined;
  const minutes = Number(match[2] ?? 0) * 60 + Number(match[3] ?? 0);
  return { instant, offset: match[1] === '-' ? -minutes : minutes };
}

const units: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/** `1h30m`, as Go writes durations. */
function millisecondsOf(duration: string): number | undefined {
  if (!/^[+-]?(\d+(\.\d+)?(ms|[smh]))+$/.test(duration)) return duration === '0' ? 0 : undefined;
  let total = 0;
  for (const [, count, , unit] of duration.matchAll(/(\d+(\.\d+)?)(ms|[smh])/g))
    total += Number(count) * (units[unit ?? ''] ?? 0);
  return duration.startsWith('-') ? -total : total;
}

function rfc3339(time: Time): string {
  const local = new Date(time.instant + time.offset * 60_000).toISOString().slice(0, 19);
  return local + zone(time.offset, ':', true);
}

function zone(offset: number, colon: string, letter: boolean): string {
  if (offset === 0 && letter) return 'Z';
  const minutes = Math.abs(offset);
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}${colon}${two(minutes % 60)}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** Source: https://developer.hashicorp.com/terraform/language/functions/formatdate */
function formatted(spec: string, time: Time, call: Call): Value | string {
  const date = new Date(time.instant + time.offset * 60_000);
  let result = '';
  for (const [token] of spec.matchAll(/'(?:[^']|'')*'|([A-Za-z])\1*|[^A-Za-z']+|'/g)) {
    if (token === "'") return refused('a quotation mark is not closed', call);
    if (token.startsWith("'")) result += token.slice(1, -1).replaceAll("''", "'");
    else if (!/^[A-Za-z]/.test(token)) result += token;
    else {
      const part = tokens[token]?.(date, time.offset);
      if (part === undefined) return refused(`${token} is no part of a date`, call);
      result += part;
    }
  }
  return result;
}

const tokens: Readonly<Record<string, (date: Date, offset: number) => string>> = {
  YYYY: (date) => String(date.getUTCFullYear()).padStart(4, '0'),
  YY: (date) => two(date.getUTCFullYear() % 100),
  MMMM: (date) => months[date.getUTCMonth()] ?? '',
  MMM: (date) => (months[date.getUTCMonth()] ?? '').slice(0, 3),
  MM: (date) => two(date.getUTCMonth() + 1),
  M: (date) => String(date.getUTCMonth() + 1),
  DD: (date) => two(date.getUTCDate()),
  D: (date) => String(date.getUTCDate()),
  EEEE: (date) => weekdays[date.getUTCDay()] ?? '',
  EEE: (date) => (weekdays[date.getUTCDay()] ?? '').slice(0, 3),
  hh: (date) => two(date.getUTCHours()),
  h: (date) => String(date.getUTCHours()),
  HH: (date) => two(date.getUTCHours() % 12 || 12),
  H: (date) => String(date.getUTCHours() % 12 || 12),
  AA: (date) => (date.getUTCHours() < 12 ? 'AM' : 'PM'),
  aa: (date) => (date.getUTCHours() < 12 ? 'am' : 'pm'),
  mm: (date) => two(date.getUTCMinutes()),
  m: (date) => String(date.getUTCMinutes()),
  ss: (date) => two(date.getUTCSeconds()),
  s: (date) => String(date.getUTCSeconds()),
  ZZZZZ: (_, offset) => zone(offset, ':', false),
  ZZZZ: (_, offset) => zone(offset, '', false),
  ZZZ: (_, offset) => (offset === 0 ? 'UTC' : zone(offset, '', false)),
  Z: (_, offset) => zone(offset, ':', true),
};
