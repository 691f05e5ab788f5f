import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { Origin } from '../../../model/origin.ts';
import type { Value } from '../../../model/value.ts';
import type { AccessStep, Expression } from '../hcl/syntax.ts';
import type { LocalFiles, SourceContext, TerraformSource } from '../source.ts';

/** Where an expression is evaluated. */
export interface Scope {
  readonly module: ModuleScope;
  readonly mode: Mode;
  /** What loops, `count` and `for_each` around the expression bind. */
  readonly names?: Names;
  readonly run: Run;
}

/**
 * What variables of the root module are taken for. `property`: their default when nothing is given, and secrets are never
 * told. `question` (conditions): defaults stay open so that the answer keeps the question. `assumed`: what holds with all
 * defaults.
 */
export type Mode = 'property' | 'question' | 'assumed';

/** Bound names, the innermost first. */
export interface Names {
  readonly name: string;
  readonly value: Value;
  readonly outer: Names | undefined;
}

/** What expressions of one module instance can name. */
export interface ModuleScope {
  /** `''`, or `module.a["x"]`. */
  readonly address: string;
  /** Relative to the input's root. */
  readonly folder: string;
  /** Value of a reference by its first word, and how many of the steps it has used up. */
  lookup(name: string, steps: readonly AccessStep[], scope: Scope, origin: Origin): Lookup;
}

export interface Lookup {
  readonly value: Value;
  readonly used: number;
}

/** What one evaluation shares: the source, what was found, and counters against hostile input. */
export interface Run {
  readonly source: TerraformSource;
  readonly context: SourceContext;
  readonly files: LocalFiles;
  readonly diagnostics: Diagnostic[];
  readonly reported: Set<string>;
  readonly assumed: Map<string, string>;
  /** Every value that a variable may have, by its symbol. */
  readonly domains: Map<string, readonly string[]>;
  /** Names of questions that cannot be taken apart, by what they ask. */
  readonly questions: Map<string, string>;
  /** How many questions read the same. */
  readonly questionNames: Map<string, number>;
  /** Evaluates an expression; passed along because expressions and functions contain each other. */
  readonly evaluate: (expression: Expression, scope: Scope) => Value;
  /** Evaluations inside each other. */
  depth: number;
  /** Evaluations so far. */
  steps: number;
  /** Numbers symbols of values that are too large to be described. */
  fresh: number;
}

/** Evaluations inside each other; more could overflow the stack. */
const MOST_DEPTH = 400;
/** Evaluations of one root module. */
const MOST_STEPS = 1_000_000;

/** May evaluation go on? */
export function isExhausted(run: Run): 'depth' | 'steps' | undefined {
  if (run.depth >= MOST_DEPTH) return 'depth';
  return run.steps > MOST_STEPS ? 'steps' : undefined;
}

export function bind(scope: Scope, bindings: Readonly<Record<string, Value>>): Scope {
  let names = scope.names;
  for (const [name, value] of Object.entries(bindings)) names = { name, value, outer: names };
  return names === undefined ? scope : { ...scope, names };
}

export function boundName(scope: Scope, name: string): Value | undefined {
  for (let here = scope.names; here !== undefined; here = here.outer) if (here.name === name) return here.value;
  return undefined;
}

/** Reports once for each place and message. */
export function report(run: Run, level: Diagnostic['level'], code: string, message: string, origin: Origin): void {
  const source = run.context.origins.span(origin) ?? { file: '', line: 1, column: 1, endLine: 1 };
  const key = `${code} ${message} ${source.file}:${source.line}:${source.column}`;
  if (run.reported.has(key)) return;
  run.reported.add(key);
  run.diagnostics.push({ level, code, message, source });
}
