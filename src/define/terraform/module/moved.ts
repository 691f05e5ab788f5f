import type { Expression } from '../hcl/syntax.ts';
import { type ModuleInstance, within } from './module-instance.ts';

/** One `moved` block, with full addresses. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/** Earlier addresses that one resource may have. */
const MOST_MOVES = 20;

/** The `moved` blocks of a module. */
export function movesOf(module: ModuleInstance): readonly Move[] {
  return module.configuration.moved.flatMap((block) => {
    const [from, to] = ['from', 'to'].map((name) => addressText(block.body.attributes.get(name)?.value));
    return from === undefined || to === undefined ? [] : [{ from: within(module, from), to: within(module, to) }];
  });
}

/** The address that an expression writes: `module.a["x"].aws_s3_bucket.b[0]`; undefined when it is none. */
export function addressText(expression: Expression | undefined): string | undefined {
  if (expression?.kind === 'name') return expression.name;
  if (expression?.kind !== 'access' || expression.of.kind !== 'name') return undefined;
  let address = expression.of.name;
  for (const step of expression.steps) {
    if (step.kind === 'attribute') address += `.${step.name}`;
    else if (step.kind === 'index' && step.key.kind === 'literal') address += `[${JSON.stringify(step.key.value)}]`;
    else return undefined;
  }
  return address;
}

/** Earlier addresses of a resource: by every move that leads to it, and by those that lead to these. */
export function aliasesOf(address: string, moves: readonly Move[]): readonly string[] {
  if (moves.length === 0) return [];
  const known = new Set([address]);
  for (const here of known) {
    for (const move of moves) {
      if (known.size > MOST_MOVES) break;
      if (here === move.to || here.startsWith(`${move.to}.`) || here.startsWith(`${move.to}[`))
        known.add(move.from + here.slice(move.to.length));
    }
  }
  return [...known].slice(1);
}
