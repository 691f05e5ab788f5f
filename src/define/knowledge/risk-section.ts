import type { RiskMethod } from '../../model/knowledge.ts';
import { type RiskLevel, riskLevels } from '../../model/risk.ts';
import type { Node } from '../cloudformation/node.ts';
import {
  type Decode,
  type Decoding,
  listOf,
  oneOf,
  optional,
  record,
  required,
  wholeNumber,
} from '../declared/decode.ts';

type Levels = NonNullable<RiskMethod['levels']>;
type Matrix = NonNullable<RiskMethod['matrix']>;

const score = required(wholeNumber(1, 25));

const levels: Decode<Levels> = (node, to, name) => {
  const read = record<Levels>({ critical: score, high: score, medium: score, low: score })(node, to, name);
  if (read === undefined || (read.critical > read.high && read.high > read.medium && read.medium > read.low))
    return read;
  return wrong(node, to, `${name} must fall from critical over high and medium to low`);
};

const row = listOf<RiskLevel>(oneOf(...riskLevels));

const matrix: Decode<Matrix> = (node, to, name) => {
  const rows = listOf(row)(node, to, name);
  if (rows === undefined || (rows.length === 5 && rows.every((each) => each.length === 5 && rises(each)))) {
    if (rows === undefined || columns(rows).every(rises)) return rows;
  }
  return wrong(
    node,
    to,
    `${name} must have five rows, for likelihood 1 to 5, each of five levels, for impact 1 to 5, that never fall`,
  );
};

function columns(rows: Matrix): Matrix {
  return [0, 1, 2, 3, 4].map((at) => rows.map((each) => each[at] ?? 'info'));
}

/** More likely, or worse, is never less of a risk. */
function rises(line: readonly RiskLevel[]): boolean {
  return line.every((level, at) => {
    const before = line[at - 1];
    return before === undefined || riskLevels.indexOf(level) <= riskLevels.indexOf(before);
  });
}

/** Names of the factors that may be weighed; what a threat or path starts from, and the limits of the scale, may not. */
export const weighedFactors = [
  'finding',
  'exposure',
  'condition',
  'unknown',
  'asset',
  'scale of effect',
  'propagation',
  'control',
  'certainty',
  'effort',
  'length',
  'seen in attacks',
  'skill',
  'noise',
  'preconditions',
  'alert',
  'test',
] as const;

const weights: Decode<Readonly<Record<string, number>>> = (node, to, name) => {
  if (node.kind !== 'mapping') return wrong(node, to, `${name} must be a map of factor: weight`);
  const result: Record<string, number> = {};
  for (const { key, keyOrigin, value } of node.entries.values()) {
    if (!weighedFactors.some((factor) => factor === key)) {
      to.report(keyOrigin, 'declared-key', `${name} has no factor ${key}; there are ${weighedFactors.join(', ')}`);
      continue;
    }
    const weight = wholeNumber(0, 3)(value, to, `${name}.${key}`);
    if (weight !== undefined) result[key] = weight;
  }
  return result;
};

/** A risk method of users: thresholds or a matrix, and what factors weigh. */
export const riskMethod: Decode<RiskMethod> = (node, to, name) => {
  const read = record<RiskMethod>({ levels: optional(levels), matrix: optional(matrix), weights: optional(weights) })(
    node,
    to,
    name,
  );
  if (read?.levels === undefined || read.matrix === undefined) return read;
  return wrong(node, to, `${name} has thresholds and a matrix; keep one of them`);
};

function wrong(node: Node, to: Decoding, message: string): undefined {
  to.report(node.origin, 'declared-value', message);
  return undefined;
}
