import { checkExpression } from '../../src/define/knowledge/expression/check-expression.ts';
import { evaluate, type Scene } from '../../src/define/knowledge/expression/evaluate.ts';
import { parseExpression } from '../../src/define/knowledge/expression/parse.ts';
import { type Datum, datumOf } from '../../src/define/knowledge/expression/values.ts';
import { byDefault, type Fact, given, unknown } from '../../src/model/fact.ts';
import { is, not } from '../../src/model/guard.ts';
import type { Origin } from '../../src/model/origin.ts';
import type { Value } from '../../src/model/value.ts';

const origin = 0 as Origin;
const literal = (value: string | number | boolean): Value => ({ kind: 'literal', value, origin });
const hole = { symbol: 'app/Stage', kind: 'parameter' as const, settledBy: 'parameter Stage' };

/** One property of each kind that there is. */
export const properties: Value = {
  kind: 'map',
  origin,
  entries: new Map<string, Value>([
    ['Name', literal('orders-prod')],
    ['Port', literal('443')],
    ['Public', literal('true')],
    ['Days', literal(30)],
    ['Gone', { kind: 'absent', origin }],
    ['Unknown', { kind: 'unknown', origin, hole }],
    ['Partly', { kind: 'text', origin, text: ['orders-', hole] }],
    [
      'ByStage',
      {
        kind: 'choice',
        origin,
        options: [
          { guard: is('app/IsProd', 'true'), value: literal('on') },
          { guard: not(is('app/IsProd', 'true')), value: { kind: 'absent', origin } },
        ],
      },
    ],
    ['Ports', { kind: 'list', origin, items: [literal(22), literal(443), { kind: 'absent', origin }] }],
    ['OpenPorts', { kind: 'list', origin, items: [literal(22)], open: hole }],
    ['Options', { kind: 'map', origin, entries: new Map([['Mode', literal('strict')]]) }],
    ['OpenOptions', { kind: 'map', origin, entries: new Map([['Mode', literal('strict')]]), open: hole }],
  ]),
};

/** A scene with the properties above and two variables more. */
export const scene: Scene = {
  variable(name) {
    if (name === 'properties') return datumOf(properties);
    return name === 'open' ? unknown('it is not known', 'more input') : byDefault(null);
  },
  call: (name, args) => (name === 'echo' ? given<Datum>(args[0] ?? null) : unknown(`no ${name}`, 'nothing')),
};

export const vocabulary = { variables: ['properties', 'open', 'nothing'], functions: { echo: [1, 1] as const } };

/** The fault that an expression is refused with, or what it gives. */
export function evaluated(
  source: string,
  steps = 20_000,
): { readonly fault: string; readonly at: number } | Fact<Datum> {
  const parsed = parseExpression(source);
  const fault = 'message' in parsed ? parsed : checkExpression(parsed, vocabulary);
  if (fault !== undefined) return { fault: fault.message, at: fault.at };
  if ('message' in parsed) throw new Error('a fault was told before');
  return evaluate(parsed, { scene, budget: { left: steps }, place: 'acme.rule.yaml:1' });
}

/** What an expression gives, in a word: the value, `unknown: what would settle it`, or cases. */
export function told(source: string): string {
  const result = evaluated(source);
  if ('fault' in result) return `refused: ${result.fault}`;
  if (result.kind === 'known') return JSON.stringify(result.value);
  if (result.kind === 'unknown') return `unknown: ${result.settledBy}`;
  return result.kind;
}
