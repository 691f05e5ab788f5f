import { addressBlock } from '../../../src/define/ip-address.ts';
import type { KeyRange, KeyValue } from '../../../src/model/caller.ts';
import { literalOf, type Match, type Text } from '../../../src/model/text.ts';
import { matchesOne, milliseconds, type Operator, readOperator } from './condition-operator.ts';
import { bothMatch, eitherMatches, opposite } from './holds.ts';
import { isInternal } from './ip-range.ts';
import { isOwn, matchesOwn } from './own-name.ts';

/**
 * Is a condition met, given what is known of its key? Values of the policy are alternatives, for negated operators all of
 * them must differ.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_multi-value-conditions.html
 */
export function evaluateCondition(operatorName: string, wanted: readonly Text[], key: KeyValue): Match {
  const operator = readOperator(operatorName);
  // IAM refuses documents with unknown operators; one that we do not know settles nothing.
  if (operator === undefined) return 'maybe';
  if (operator.isNull) return evaluateNull(wanted, key);
  if (key.kind === 'absent') return whenAbsent(operator);
  if (key.kind === 'values') return withValues(operator, key.values, wanted);
  const present = opposed(operator, openMatch(operator, wanted, key));
  return key.present === 'yes' ? present : agreed(present, whenAbsent(operator));
}

/** "Null": true asks that the key is not there, false that it is. */
function evaluateNull(wanted: readonly Text[], key: KeyValue): Match {
  return eitherMatches(
    wanted.map((value): Match => {
      const asked = literalOf(value)?.toLowerCase();
      if (asked === undefined) return 'maybe';
      if (key.kind === 'open' && key.present === 'maybe') return 'maybe';
      return (key.kind === 'absent') === (asked === 'true') ? 'yes' : 'no';
    }),
  );
}

/**
 * A missing key does not match, so negated operators hold; ...IfExists holds; ForAllValues holds, ForAnyValue never does.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
 */
function whenAbsent(operator: Operator): Match {
  if (operator.set === 'all') return 'yes';
  if (operator.set === 'any') return 'no';
  return operator.ifExists || operator.negated ? 'yes' : 'no';
}

function withValues(operator: Operator, given: readonly Text[], wanted: readonly Text[]): Match {
  if (given.length === 0) return whenAbsent(operator);
  const each = given.map((value) => opposed(operator, matchesOne(operator, value, wanted)));
  if (operator.set === 'all') return each.reduce(bothMatch, 'yes');
  // Without a set operator a key has one value; several are not defined, and one of them is enough here.
  return eitherMatches(each);
}

/** The positive comparison of a value that is there but not known. */
function openMatch(operator: Operator, wanted: readonly Text[], key: Extract<KeyValue, { kind: 'open' }>): Match {
  if (key.shape !== undefined && isOwn(key.shape)) return matchesOwn(key.shape, wanted, byPattern(operator));
  if (key.shape !== undefined) return matchesOne(operator, key.shape, wanted);
  if (wanted.length === 0) return 'no';
  const { range } = key;
  if (range !== undefined && (range.kind === 'number' ? operator.isNumber : operator.isDate))
    return eitherMatches(wanted.map((value) => matchInRange(operator, value, range)));
  const literals = wanted.map(literalOf);
  const everything = (value: string | undefined) => value !== undefined && matchesEverything(operator, value);
  if (literals.some(everything)) return 'yes';
  const ranges = literals.map((value) => (value === undefined ? undefined : addressBlock(value)));
  const isAddress = operator.compare === addressOperator?.compare;
  if (isAddress && coversAllVersions(literals)) return 'yes';
  const outside = isAddress && key.fromInternet === true;
  return outside && ranges.every((range) => range !== undefined && isInternal(range)) ? 'no' : 'maybe';
}

const likeOperator = readOperator('StringLike');
const arnOperator = readOperator('ArnLike');
const addressOperator = readOperator('IpAddress');

function matchesEverything(operator: Operator, value: string): boolean {
  return byPattern(operator) && /^\*+$/.test(value);
}

function byPattern({ compare }: Operator): boolean {
  return compare === likeOperator?.compare || compare === arnOperator?.compare;
}

/** Every IPv4 address is enough: callers choose which version they use. */
function coversAllVersions(values: readonly (string | undefined)[]): boolean {
  return values.some((value) => value === '0.0.0.0/0');
}

function opposed(operator: Operator, match: Match): Match {
  return operator.negated ? opposite(match) : match;
}

/** Either of two ways it may be: sure only when both say the same. */
function agreed(left: Match, right: Match): Match {
  return left === right ? left : 'maybe';
}

/** Held against both ends of the range and the wanted value itself with its neighbours, as far as they lie in it. */
function matchInRange({ compare }: Operator, wanted: Text, { kind, least, greatest }: KeyRange): Match {
  const literal = literalOf(wanted);
  if (literal === undefined) return 'maybe';
  const asked = kind === 'number' ? Number(literal) : milliseconds(literal);
  const near = [asked - 1, asked, asked + 1].filter((one) => one >= least && one <= greatest);
  const answers = [least, ...near, greatest].map((one) =>
    compare([kind === 'number' ? String(one) : new Date(one).toISOString()], wanted),
  );
  return answers.reduce((all, one) => (all === one ? all : 'maybe'));
}
