import type { Fact } from '../../model/fact.ts';
import { unknown } from '../../model/fact.ts';
import type { Origin } from '../../model/origin.ts';
import type { Decode } from '../declared/decode.ts';
import { checkExpression, type Vocabulary } from './expression/check-expression.ts';
import { evaluate, type Scene, truth } from './expression/evaluate.ts';
import type { Expression } from './expression/node.ts';
import { parseExpression } from './expression/parse.ts';
import type { Datum } from './expression/values.ts';

/** An expression of a rule file, checked and ready to be asked. */
export interface RuleExpression {
  /** As it is written. */
  readonly source: string;
  readonly origin: Origin;
  ask(scene: Scene, run: ExpressionRun): Fact<Datum>;
  holds(scene: Scene, run: ExpressionRun): Fact<boolean>;
}

/** What bounds the work of all expressions together: one run of the model, and how many elements it is about. */
export interface ExpressionRun {
  /** The same object throughout the run. */
  readonly of: object;
  readonly elements: number;
}

/** Steps that one expression may take about one element. */
const mostSteps = 20_000;
/** Steps that all expressions may take in a run of the model, some seconds, and more for each element of a large system. */
const mostStepsOfRun = 100_000_000;
const mostStepsMore = 5_000;

const spent = new WeakMap<object, number>();

/** Reads an expression; what is wrong with it is told with what stands around the fault. */
export function expression(vocabulary: Vocabulary): Decode<RuleExpression> {
  return (node, to, name) => {
    // `true` and numbers are expressions as well, and YAML has made values of them.
    if (node.kind !== 'scalar' || node.source.trim() === '') {
      to.report(node.origin, 'declared-value', `${name} must be an expression`);
      return undefined;
    }
    const parsed = parseExpression(node.source);
    const fault = 'message' in parsed ? parsed : checkExpression(parsed, vocabulary);
    if (fault === undefined && !('message' in parsed))
      return compiled(parsed, node, `${name} in ${to.place(node.origin)}`);
    const { message, at } = fault ?? { message: '', at: 0 };
    to.report(node.origin, 'rule-expression', `${name}, at ${around(node.source, at)}: ${message}`);
    return undefined;
  };
}

function compiled(
  parsed: Expression,
  { source, origin }: Pick<RuleExpression, 'source' | 'origin'>,
  place: string,
): RuleExpression {
  const within = <T>(
    scene: Scene,
    { of: run, elements }: ExpressionRun,
    work: (to: Parameters<typeof evaluate>[1]) => Fact<T>,
  ): Fact<T> => {
    const before = spent.get(run) ?? 0;
    if (before >= mostStepsOfRun + mostStepsMore * elements)
      return unknown('expressions take too many steps in all', `simpler expressions, such as ${place}`);
    const budget = { left: mostSteps };
    const result = work({ scene, budget, place });
    spent.set(run, before + mostSteps - Math.max(0, budget.left));
    return result;
  };
  return {
    source,
    origin,
    ask: (scene, run) => within(scene, run, (to) => evaluate(parsed, to)),
    holds: (scene, run) => within(scene, run, (to) => truth(parsed, to)),
  };
}

/** What stands around a position, on one line. */
function around(source: string, at: number): string {
  const shown = (text: string) => text.replace(/\s+/g, ' ');
  const before = shown(source.slice(Math.max(0, at - 20), at));
  const after = shown(source.slice(at, at + 20));
  return `${at > 20 ? '…' : ''}${before}▸${after}${source.length > at + 20 ? '…' : ''}`;
}
