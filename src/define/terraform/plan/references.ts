import { type JsonObject, listOf, objectOf } from '../json/entries.ts';
import type { ConfiguredResource, ModuleConfiguration } from './configuration.ts';

/** An attribute of a resource that an expression refers to; addresses are those of the configuration, without indices. */
export interface PlanReference {
  /** Path of the module without indices, `''` for the root. */
  readonly module: string;
  /** `aws_iam_role.r`, `data.aws_ami.a`; with an index where the expression has a fixed one. */
  readonly resource: string;
  readonly attribute?: string;
}

/** What an expression is made of. */
export interface Sources {
  readonly references: readonly PlanReference[];
  /** Is nothing else in it but constants: no variable of the root module, no local value, no loop? */
  readonly complete: boolean;
}

/** What an expression of a module refers to, through variables and outputs; nothing when nothing is told. */
export function sourcesOf(expression: unknown, module: ModuleConfiguration): Sources {
  return resolved(expression, module, 0);
}

/** Does the configuration say anything of an argument? */
export function isConfigured(resource: ConfiguredResource, argument: string): boolean {
  return Object.hasOwn(resource.expressions, argument);
}

/**
 * Does the configuration say anything of what stands at a path below an argument that it has? Blocks of a set have no
 * order, so any of them counts. `made` tells how many stand at a path: more than are written come from a dynamic block,
 * of which the configuration tells nothing.
 */
export function isConfiguredAt(
  resource: ConfiguredResource,
  path: readonly (string | number)[],
  made: (path: readonly (string | number)[]) => number,
): boolean {
  let here: readonly unknown[] = [resource.expressions];
  for (const [depth, step] of path.entries()) {
    if (here.some(isExpression)) return true;
    if (typeof step === 'number') {
      if (here.length < made(path.slice(0, depth))) return true;
    } else here = here.flatMap((each) => objectOf(each)?.[step] ?? []);
    if (here.length === 0) return false;
  }
  return true;
}

/** What is written nearest to a path: of the argument itself, or of the block or list around it. */
export function expressionAt(expressions: JsonObject, path: readonly (string | number)[], planned: unknown): unknown {
  return writtenAt(expressions, path, planned).written;
}

/** As `expressionAt`; `isAround` when what is written is several blocks, of which one is at the path. */
export function writtenAt(
  expressions: JsonObject,
  path: readonly (string | number)[],
  planned: unknown,
): { readonly written: unknown; readonly isAround: boolean } {
  let here: unknown = expressions;
  let value = planned;
  for (const step of path) {
    if (isExpression(here)) break;
    value = Array.isArray(value) ? value[Number(step)] : objectOf(value)?.[String(step)];
    const next: unknown = Array.isArray(here) ? blockOf(here, Number(step), value) : objectOf(here)?.[String(step)];
    if (next === undefined) return { written: typeof step === 'number' ? here : undefined, isAround: true };
    here = next;
  }
  return { written: here, isAround: false };
}

/**
 * The block of the configuration that a planned one was made of; undefined when it may be several. Blocks in a set stand in
 * another order in the plan: one whose constants are not the planned values is another block.
 */
function blockOf(blocks: readonly unknown[], at: number, planned: unknown): unknown {
  const same = blocks[at];
  if (agrees(same, planned)) return same;
  const [other, ...more] = blocks.filter((each) => agrees(each, planned));
  return other === undefined ? same : more.length === 0 ? other : undefined;
}

function agrees(block: unknown, planned: unknown): boolean {
  const values = objectOf(planned);
  return Object.entries(objectOf(block) ?? {}).every(([name, expression]) => {
    const constant = objectOf(expression)?.['constant_value'];
    if (constant === undefined || constant === '' || typeof constant === 'object') return true;
    return String(constant) === String(values?.[name]);
  });
}

/** Is it an expression, and no block? */
export function isExpression(data: unknown): boolean {
  const object = objectOf(data);
  return object !== undefined && (Array.isArray(object['references']) || 'constant_value' in object);
}

/** Expressions refer to each other over modules; those that go round end here. */
const MOST_STEPS = 32;

/**
 * The references of an expression one by one, as often as they stand there and in their order; undefined when something
 * else is in it, or when one of them leads to several.
 */
export function singleReferences(
  expression: unknown,
  module: ModuleConfiguration,
): readonly PlanReference[] | undefined {
  const texts = listOf(objectOf(expression)?.['references']).filter((each): each is string => typeof each === 'string');
  const found: PlanReference[] = [];
  for (const text of specificReferences(texts)) {
    const { references, complete } = followed(text, module, 0);
    const [only, more] = references;
    if (only?.attribute === undefined || more !== undefined || !complete) return undefined;
    found.push(only);
  }
  return found;
}

const untold: Sources = { references: [], complete: false };

function resolved(expression: unknown, module: ModuleConfiguration, steps: number): Sources {
  if (steps > MOST_STEPS) return untold;
  if (Array.isArray(expression)) return joined(expression.map((each) => resolved(each, module, steps + 1)));
  const object = objectOf(expression);
  if (object === undefined) return untold;
  if (!isExpression(object)) return joined(Object.values(object).map((each) => resolved(each, module, steps + 1)));
  const texts = listOf(object['references']).filter((each): each is string => typeof each === 'string');
  return joined(specificReferences(texts).map((text) => followed(text, module, steps)));
}

function joined(all: readonly Sources[]): Sources {
  const references = all.flatMap((each) => each.references);
  return {
    references: [...new Map(references.map((each) => [JSON.stringify(each), each])).values()],
    complete: all.every(({ complete }) => complete),
  };
}

/** Of `a.b.arn` and `a.b`, which a plan lists both for one reference, the first. */
export function specificReferences(texts: readonly string[]): readonly string[] {
  const goesOn = (text: string, other: string) => other.startsWith(`${text}.`) || other.startsWith(`${text}[`);
  return texts.filter((text) => !texts.some((other) => goesOn(text, other)));
}

function followed(text: string, module: ModuleConfiguration, steps: number): Sources {
  const [head = '', name = '', third] = text.split('.');
  if (head === 'var') {
    const { parent } = module;
    return parent === undefined ? untold : resolved(module.passed[name.replace(/\[.*$/, '')], parent, steps + 1);
  }
  if (head === 'module') {
    const call = module.calls.get(name.replace(/\[.*$/, ''));
    const output = third === undefined ? undefined : objectOf(call?.outputs[third.replace(/\[.*$/, '')]);
    return call === undefined || output === undefined ? untold : resolved(output['expression'], call, steps + 1);
  }
  const match = /^((?:data\.)?[a-z][a-z0-9]*_\w+\.[\w-]+(?:\[(?:\d+|"(?:[^"\\]|\\.)*")\])?)(?:\.(.+))?$/.exec(text);
  if (match === null) return untold;
  const [, resource = '', attribute] = match;
  const reference = { module: module.path, resource, ...(attribute !== undefined && { attribute }) };
  return { references: [reference], complete: true };
}
