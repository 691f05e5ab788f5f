import { addressBlock } from '../../../src/define/ip-address.ts';
import { literalOf, type Match, matchPattern, sameText, type Text } from '../../../src/model/text.ts';
import { eitherMatches } from './holds.ts';
import { contains, overlaps } from './ip-range.ts';
import { matchArn } from './match-arn.ts';

/** A condition operator taken apart: `ForAnyValue:StringNotLikeIfExists`. */
export interface Operator {
  readonly set: 'all' | 'any' | undefined;
  readonly ifExists: boolean;
  readonly isNull: boolean;
  readonly isNumber: boolean;
  readonly isDate: boolean;
  /** `StringNotEquals` says the opposite of `StringEquals` of every value. */
  readonly negated: boolean;
  /** Does one value of the request match one value of the policy? */
  readonly compare: (given: Text, wanted: Text) => Match;
}

/**
 * Operators without prefix, suffix and negation.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
const comparisons: Readonly<Record<string, Operator['compare']>> = {
  stringequals: sameText,
  stringequalsignorecase: (given, wanted) => sameText(lower(given), lower(wanted)),
  stringlike: (given, wanted) => matchPattern(wanted, given),
  // "ArnEquals and ArnLike behave identically": each of the six components is compared by itself.
  arnequals: matchArnComponents,
  arnlike: matchArnComponents,
  bool: (given, wanted) => sameText(lower(given), lower(wanted)),
  binaryequals: sameText,
  ipaddress: matchAddress,
  numericequals: numeric((given, wanted) => given === wanted),
  numericlessthan: numeric((given, wanted) => given < wanted),
  numericlessthanequals: numeric((given, wanted) => given <= wanted),
  numericgreaterthan: numeric((given, wanted) => given > wanted),
  numericgreaterthanequals: numeric((given, wanted) => given >= wanted),
  dateequals: date((given, wanted) => given === wanted),
  datelessthan: date((given, wanted) => given < wanted),
  datelessthanequals: date((given, wanted) => given <= wanted),
  dategreaterthan: date((given, wanted) => given > wanted),
  dategreaterthanequals: date((given, wanted) => given >= wanted),
};

/** Negated operators with the one whose opposite they say. */
const negations: Readonly<Record<string, string>> = {
  stringnotequals: 'stringequals',
  stringnotequalsignorecase: 'stringequalsignorecase',
  stringnotlike: 'stringlike',
  arnnotequals: 'arnequals',
  arnnotlike: 'arnlike',
  notipaddress: 'ipaddress',
  numericnotequals: 'numericequals',
  datenotequals: 'dateequals',
};

/** Undefined for an operator that IAM does not have. */
export function readOperator(source: string): Operator | undefined {
  const parts = /^(?:(ForAllValues|ForAnyValue):)?([A-Za-z]+?)(IfExists)?$/i.exec(source);
  if (parts === null) return undefined;
  const [, set, name = '', ifExists] = parts;
  const base = name.toLowerCase();
  const positive = Object.hasOwn(negations, base) ? (negations[base] ?? base) : base;
  const compare = Object.hasOwn(comparisons, positive) ? comparisons[positive] : undefined;
  if (compare === undefined && base !== 'null') return undefined;
  return {
    set: set === undefined ? undefined : set.toLowerCase() === 'forallvalues' ? 'all' : 'any',
    ifExists: ifExists !== undefined,
    isNull: base === 'null',
    isNumber: base.startsWith('numeric'),
    isDate: base.startsWith('date'),
    negated: positive !== base,
    compare: compare ?? sameText,
  };
}

/** The operator that holds where this one does not, for a key that is in the request. */
export function oppositeOperator(source: string): string {
  const parts = /^(?:(ForAllValues|ForAnyValue):)?([A-Za-z]+?)(IfExists)?$/i.exec(source);
  if (parts === null) return `not ${source}`;
  const [, set, name = ''] = parts;
  const prefix = set === undefined ? '' : set.toLowerCase() === 'forallvalues' ? 'ForAnyValue:' : 'ForAllValues:';
  const negative = /^(String|Arn|Numeric|Date)(Not)?(Equals|EqualsIgnoreCase|Like)$/i.exec(name);
  if (negative !== null) {
    const [, family = '', not, rest = ''] = negative;
    return `${prefix}${family}${not === undefined ? 'Not' : ''}${rest}`;
  }
  if (/^(Not)?IpAddress$/i.test(name)) return `${prefix}${/^Not/i.test(name) ? '' : 'Not'}IpAddress`;
  return `not ${source}`;
}

/** "Each of the six colon-delimited components of the ARN is checked separately and each can include a wildcard." */
function matchArnComponents(given: Text, wanted: Text): Match {
  const pattern = literalOf(wanted);
  const value = literalOf(given);
  if (pattern === undefined || value === undefined) return matchArn(wanted, given);
  const patterns = components(pattern);
  const values = components(value);
  if (pattern === '*') return 'yes';
  if (patterns.length !== 6 || values.length !== 6) return 'no';
  return patterns.every((part, at) => matchPattern([part], [values[at] ?? '']) === 'yes') ? 'yes' : 'no';
}

function components(arn: string): readonly string[] {
  const parts = arn.split(':');
  return parts.length <= 6 ? parts : [...parts.slice(0, 5), parts.slice(5).join(':')];
}

function matchAddress(given: Text, wanted: Text): Match {
  const address = addressBlock(literalOf(given) ?? '');
  const block = addressBlock(literalOf(wanted) ?? '');
  if (literalOf(given) === undefined || literalOf(wanted) === undefined) return 'maybe';
  if (address === undefined || block === undefined) return 'no';
  if (contains(block, address)) return 'yes';
  return overlaps(block, address) ? 'maybe' : 'no';
}

function numeric(holds: (given: number, wanted: number) => boolean): Operator['compare'] {
  return compareParsed((source) => (source.trim() === '' ? Number.NaN : Number(source)), holds);
}

/** ISO 8601 dates, or seconds since 1970. */
function date(holds: (given: number, wanted: number) => boolean): Operator['compare'] {
  return compareParsed(milliseconds, holds);
}

/** Since 1970. */
export function milliseconds(source: string): number {
  return /^\d+$/.test(source) && source.length > 4 ? Number(source) * 1000 : Date.parse(source);
}

function compareParsed(
  parse: (source: string) => number,
  holds: (given: number, wanted: number) => boolean,
): Operator['compare'] {
  return (given, wanted) => {
    const left = literalOf(given);
    const right = literalOf(wanted);
    if (left === undefined || right === undefined) return 'maybe';
    const numbers = [parse(left), parse(right)] as const;
    return numbers.every((number) => !Number.isNaN(number)) && holds(...numbers) ? 'yes' : 'no';
  };
}

function lower(value: Text): Text {
  return value.map((part) => (typeof part === 'string' ? part.toLowerCase() : part));
}

/** Does one value of the request match one of the policy's? */
export function matchesOne(operator: Operator, given: Text, wanted: readonly Text[]): Match {
  return eitherMatches(wanted.map((value) => operator.compare(given, value)));
}
