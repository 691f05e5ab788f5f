import type { KeyRange } from '../../../model/caller.ts';
import { literalOf, matchPattern, sameText, type Text } from '../../../model/text.ts';
import { type AddressBlock, addressBlock } from '../../ip-address.ts';
import { compilePattern, globMatches, matches, subjectText } from './pattern.ts';
import { MAYBE, NO, type Tri, triOf, YES } from './three-valued.ts';

/** How one value of a request is held against one of a policy. */
export type Comparison =
  | { readonly kind: 'string' | 'string-any-case' | 'pattern' | 'arn' | 'address' | 'null' }
  | { readonly kind: 'number' | 'date'; readonly holds: (given: number, wanted: number) => boolean };

/** A condition operator taken apart: `ForAnyValue:StringNotLikeIfExists`. */
export interface Operator {
  readonly set: 'all' | 'any' | undefined;
  readonly ifExists: boolean;
  /** Says the opposite of the comparison, of every value. */
  readonly negated: boolean;
  readonly comparison: Comparison;
}

const equal = (given: number, wanted: number) => given === wanted;

const ordered: Readonly<Record<string, (given: number, wanted: number) => boolean>> = {
  equals: equal,
  lessthan: (given, wanted) => given < wanted,
  lessthanequals: (given, wanted) => given <= wanted,
  greaterthan: (given, wanted) => given > wanted,
  greaterthanequals: (given, wanted) => given >= wanted,
};

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
const plain: ReadonlyMap<string, Comparison> = new Map<string, Comparison>([
  ['stringequals', { kind: 'string' }],
  ['stringequalsignorecase', { kind: 'string-any-case' }],
  ['stringlike', { kind: 'pattern' }],
  // "ArnEquals and ArnLike behave identically."
  ['arnequals', { kind: 'arn' }],
  ['arnlike', { kind: 'arn' }],
  ['bool', { kind: 'string-any-case' }],
  ['binaryequals', { kind: 'string' }],
  ['ipaddress', { kind: 'address' }],
  ['null', { kind: 'null' }],
  ...Object.entries(ordered).flatMap(([name, holds]): readonly (readonly [string, Comparison])[] => [
    [`numeric${name}`, { kind: 'number', holds }],
    [`date${name}`, { kind: 'date', holds }],
  ]),
]);

const operators = new Map<string, Operator | undefined>();

/** Undefined for an operator that IAM does not have. Each name is taken apart once. */
export function operatorOf(name: string): Operator | undefined {
  if (!operators.has(name)) operators.set(name, takeApart(name.toLowerCase()));
  return operators.get(name);
}

function takeApart(source: string): Operator | undefined {
  const set = source.startsWith('forallvalues:') ? 'all' : source.startsWith('foranyvalue:') ? 'any' : undefined;
  const rest = set === undefined ? source : source.slice(source.indexOf(':') + 1);
  const ifExists = rest.endsWith('ifexists') && rest.length > 'ifexists'.length;
  const name = ifExists ? rest.slice(0, -'ifexists'.length) : rest;
  const direct = plain.get(name);
  if (direct !== undefined) return { set, ifExists, negated: false, comparison: direct };
  const positive = name === 'notipaddress' ? 'ipaddress' : name.replace(/^(string|arn|numeric|date)not/, '$1');
  const comparison = positive === name || !isNegatable(positive) ? undefined : plain.get(positive);
  return comparison === undefined ? undefined : { set, ifExists, negated: true, comparison };
}

/** There is no `NumericNotLessThan`. */
function isNegatable(positive: string): boolean {
  return /^(string.*|arn.*|ipaddress|numericequals|dateequals)$/.test(positive);
}

/** Does one value of the request match one value of the policy? */
export function compare(comparison: Comparison, given: Text, wanted: Text): Tri {
  const [left, right] = [literalOf(given), literalOf(wanted)];
  switch (comparison.kind) {
    case 'string':
    case 'null':
      return left !== undefined && right !== undefined ? sure(left === right) : triOf(sameText(given, wanted));
    case 'string-any-case':
      return left !== undefined && right !== undefined
        ? sure(left.toLowerCase() === right.toLowerCase())
        : triOf(sameText(lower(given), lower(wanted)));
    case 'pattern':
      return left !== undefined && right !== undefined
        ? sure(globMatches(right, left))
        : triOf(matchPattern(wanted, given));
    case 'arn':
      return left !== undefined && right !== undefined
        ? sure(arnMatches(right, left))
        : matches(compilePattern(wanted), subjectText(given));
    case 'address':
      return left !== undefined && right !== undefined ? compareAddresses(left, right) : MAYBE;
    default:
      return left !== undefined && right !== undefined ? sure(compareNumbers(comparison, left, right)) : MAYBE;
  }
}

function sure(holds: boolean): Tri {
  return holds ? YES : NO;
}

function lower(value: Text): Text {
  return value.map((part) => (typeof part === 'string' ? part.toLowerCase() : part));
}

/** "Each of the six colon-delimited components of the ARN is checked separately and each can include a wildcard." */
function arnMatches(pattern: string, arn: string): boolean {
  if (pattern === '*') return true;
  const [wanted, given] = [sixParts(pattern), sixParts(arn)];
  if (wanted === undefined || given === undefined) return false;
  return wanted.every((part, at) => globMatches(part, given[at] ?? ''));
}

/** Undefined for what has fewer; the last takes in all that follows. */
function sixParts(arn: string): readonly string[] | undefined {
  const parts: string[] = [];
  let start = 0;
  for (let field = 0; field < 5; field += 1) {
    const end = arn.indexOf(':', start);
    if (end < 0) return undefined;
    parts.push(arn.slice(start, end));
    start = end + 1;
  }
  return [...parts, arn.slice(start)];
}

function compareAddresses(given: string, wanted: string): Tri {
  const [address, block] = [addressBlock(given), addressBlock(wanted)];
  if (address === undefined || block === undefined || address.version !== block.version) return NO;
  if (within(address, block)) return YES;
  return address.first <= block.last && block.first <= address.last ? MAYBE : NO;
}

function within(inner: AddressBlock, outer: AddressBlock): boolean {
  return outer.first <= inner.first && inner.last <= outer.last;
}

function compareNumbers(
  { kind, holds }: Extract<Comparison, { kind: 'number' | 'date' }>,
  given: string,
  wanted: string,
): boolean {
  const read = kind === 'number' ? numberIn : timeIn;
  const [left, right] = [read(given), read(wanted)];
  return !Number.isNaN(left) && !Number.isNaN(right) && holds(left, right);
}

/** Does a value that lies somewhere in the range match one value of the policy? */
export function compareRange(
  { kind, holds }: Extract<Comparison, { kind: 'number' | 'date' }>,
  { kind: given, least, greatest }: KeyRange,
  wanted: Text,
): Tri {
  const literal = literalOf(wanted);
  if (literal === undefined || given !== kind) return MAYBE;
  const bound = kind === 'number' ? numberIn(literal) : timeIn(literal);
  if (Number.isNaN(bound)) return NO;
  if (holds === equal) return bound < least || bound > greatest ? NO : least === greatest ? YES : MAYBE;
  // The others hold from some value on, or up to it.
  const [low, high] = [holds(least, bound), holds(greatest, bound)];
  return low === high ? sure(low) : MAYBE;
}

function numberIn(source: string): number {
  return source.trim() === '' ? Number.NaN : Number(source);
}

/** ISO 8601, or seconds since 1970. */
function timeIn(source: string): number {
  return source.length > 4 && /^\d+$/.test(source) ? Number(source) * 1000 : Date.parse(source);
}

/** Addresses that no caller from the internet has. RFC 1918, RFC 6598, RFC 4193 and loopback. */
const privateBlocks = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '100.64.0.0/10',
  '127.0.0.0/8',
  'fc00::/7',
].flatMap((block) => addressBlock(block) ?? []);

/** Is the text a block of addresses all of which are private? */
export function isPrivateBlock(source: string): boolean {
  const block = addressBlock(source);
  return block !== undefined && privateBlocks.some((one) => one.version === block.version && within(block, one));
}
