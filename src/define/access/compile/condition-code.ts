import type { KeyValue } from '../../../model/caller.ts';
import type { PolicyCondition } from '../../../model/policy.ts';
import { literalOf, type Text } from '../../../model/text.ts';
import { compare, compareRange, isPrivateBlock, type Operator, operatorOf } from './operator.ts';
import { isOwn, meetsOwn } from './own-names.ts';
import { anyOf, greatest, least, MAYBE, NO, opposite, type Tri, YES } from './three-valued.ts';
import { type Template, templateOf } from './variables.ts';

/** A condition made ready. */
export interface ConditionCode {
  readonly condition: PolicyCondition;
  /** The key in lower case. */
  readonly name: string;
  /** Undefined for one that IAM does not have: such a condition settles nothing. */
  readonly operator: Operator | undefined;
  /** For each value what its variables are; undefined when no value has one. */
  readonly templates: readonly (Template | undefined)[] | undefined;
}

/** "You can use a policy variable for string and ARN operators", for no others. */
const takesVariables = /(^|:)(string|arn)/i;

export function compileCondition(condition: PolicyCondition, variables: boolean): ConditionCode {
  const templates = variables && takesVariables.test(condition.operator) ? condition.values.map(templateOf) : [];
  return {
    condition,
    name: condition.key.toLowerCase(),
    operator: operatorOf(condition.operator),
    templates: templates.some((template) => template !== undefined) ? templates : undefined,
  };
}

/**
 * Is the condition met by what is known of its key? Values of the policy are alternatives; with a negated operator none of
 * them may match.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_multi-value-conditions.html
 */
export function meets(operator: Operator | undefined, wanted: readonly Text[], key: KeyValue): Tri {
  if (operator === undefined) return MAYBE;
  if (operator.comparison.kind === 'null') return meetsNull(wanted, key);
  if (key.kind === 'absent') return whenAbsent(operator);
  if (key.kind === 'values') return meetsValues(operator, wanted, key.values);
  const positive = meetsOpen(operator, wanted, key);
  const present = operator.negated ? opposite(positive) : positive;
  if (key.present === 'yes') return present;
  return present === whenAbsent(operator) ? present : MAYBE;
}

/** "Null": true asks that the key is missing, false that it is not. */
function meetsNull(wanted: readonly Text[], key: KeyValue): Tri {
  const unsure = key.kind === 'open' && key.present === 'maybe';
  return anyOf(wanted, (value) => {
    const missing = literalOf(value)?.toLowerCase();
    if (missing === undefined || unsure) return MAYBE;
    return (missing === 'true') === (key.kind === 'absent') ? YES : NO;
  });
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html */
function whenAbsent({ set, ifExists, negated }: Operator): Tri {
  if (set !== undefined) return set === 'all' ? YES : NO;
  return ifExists || negated ? YES : NO;
}

function meetsValues(operator: Operator, wanted: readonly Text[], given: readonly Text[]): Tri {
  if (given.length === 0) return whenAbsent(operator);
  const all = operator.set === 'all';
  let result: Tri = all ? YES : NO;
  for (const value of given) {
    const positive = anyOf(wanted, (one) => compare(operator.comparison, value, one));
    const tri = operator.negated ? opposite(positive) : positive;
    result = all ? least(result, tri) : greatest(result, tri);
  }
  return result;
}

/** The comparison, not negated, of a value that is there and not known. */
function meetsOpen(operator: Operator, wanted: readonly Text[], key: Extract<KeyValue, { kind: 'open' }>): Tri {
  const { shape } = key;
  const { comparison } = operator;
  const byPattern = comparison.kind === 'pattern' || comparison.kind === 'arn';
  if (shape !== undefined && isOwn(shape)) return anyOf(wanted, (value) => meetsOwn(shape, value, byPattern));
  if (shape !== undefined) return anyOf(wanted, (value) => compare(comparison, shape, value));
  if (wanted.length === 0) return NO;
  const literals = wanted.map(literalOf);
  if (byPattern && literals.some((value) => value !== undefined && /^\*+$/.test(value))) return YES;
  if (comparison.kind === 'number' || comparison.kind === 'date') {
    const { range } = key;
    return range === undefined ? MAYBE : anyOf(wanted, (value) => compareRange(comparison, range, value));
  }
  if (comparison.kind !== 'address') return MAYBE;
  // Every IPv4 address is enough: callers choose which version they use.
  if (literals.includes('0.0.0.0/0')) return YES;
  const inside = literals.every((value) => value !== undefined && isPrivateBlock(value));
  return key.fromInternet === true && inside ? NO : MAYBE;
}
