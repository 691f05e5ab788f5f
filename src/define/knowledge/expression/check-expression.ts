import type { Expression, Fault } from './node.ts';
import { textMethods } from './text-methods.ts';

/** What an expression may use where it stands. */
export interface Vocabulary {
  readonly variables: readonly string[];
  /** Numbers of arguments that each function takes, least and most. */
  readonly functions: Readonly<Record<string, readonly [number, number]>>;
  /** For a variable whose members are known: all of them. */
  readonly members?: Readonly<Record<string, readonly string[]>>;
}

const methods: Readonly<Record<string, readonly [number, number]>> = {
  ...Object.fromEntries([...textMethods.keys()].map((name) => [name, [1, 1]])),
  size: [0, 0],
  lowerAscii: [0, 0],
};

/** The first name, function or member that is not there: found when the rule is read, not when it is asked. */
export function checkExpression(node: Expression, known: Vocabulary): Fault | undefined {
  return check(node, known, new Set());
}

function check(node: Expression, known: Vocabulary, bound: ReadonlySet<string>): Fault | undefined {
  const own = ownFault(node, known, bound);
  if (own !== undefined) return own;
  for (const [part, inside] of partsOf(node, bound)) {
    const found = check(part, known, inside);
    if (found !== undefined) return found;
  }
  return undefined;
}

function partsOf(
  node: Expression,
  bound: ReadonlySet<string>,
): readonly (readonly [Expression, ReadonlySet<string>])[] {
  const parts = (...nodes: readonly Expression[]) => nodes.map((each) => [each, bound] as const);
  switch (node.kind) {
    case 'literal':
    case 'name':
      return [];
    case 'list':
      return parts(...node.items);
    case 'member':
      return parts(node.of, node.key);
    case 'call':
      return parts(...node.args);
    case 'method':
      return parts(node.of, ...node.args);
    case 'fold':
      return [...parts(node.of), [node.body, new Set([...bound, node.variable])]];
    case 'not':
    case 'minus':
      return parts(node.of);
    case 'binary':
      return parts(node.left, node.right);
    case 'conditional':
      return parts(node.test, node.yes, node.no);
  }
}

function ownFault(node: Expression, known: Vocabulary, bound: ReadonlySet<string>): Fault | undefined {
  if (node.kind === 'name' && !bound.has(node.name) && !known.variables.includes(node.name))
    return { message: `there is nothing called ${node.name}; there are ${known.variables.join(', ')}`, at: node.at };
  if (node.kind === 'member') return memberFault(node, known, bound);
  if (node.kind === 'call') {
    const functions = { has: [1, 1] as const, size: [1, 1] as const, ...known.functions };
    if (node.name === 'has' && node.args[0]?.kind !== 'member')
      return { message: 'has takes a member: has(properties.Name)', at: node.at };
    return functionFault(node.name, node.args.length, node.at, functions);
  }
  return node.kind === 'method' ? methodFault(node.name, node.args.length, node.at) : undefined;
}

function memberFault(
  { of, key }: Extract<Expression, { kind: 'member' }>,
  { members }: Vocabulary,
  bound: ReadonlySet<string>,
): Fault | undefined {
  if (of.kind !== 'name' || bound.has(of.name) || key.kind !== 'literal') return undefined;
  const all = members !== undefined && Object.hasOwn(members, of.name) ? members[of.name] : undefined;
  if (all === undefined || all.includes(String(key.value))) return undefined;
  return { message: `${of.name} has no ${key.value}; it has ${all.join(', ')}`, at: key.at };
}

function methodFault(name: string, given: number, at: number): Fault | undefined {
  if (name === 'matches')
    return { message: 'matches is not offered, a pattern of it may never end; use like with * and ?', at };
  return functionFault(name, given, at, methods);
}

function functionFault(
  name: string,
  given: number,
  at: number,
  functions: Readonly<Record<string, readonly [number, number]>>,
): Fault | undefined {
  const wanted = Object.hasOwn(functions, name) ? functions[name] : undefined;
  if (wanted === undefined)
    return { message: `there is no function ${name}; there are ${Object.keys(functions).join(', ')}`, at };
  const [least, most] = wanted;
  if (given >= least && given <= most) return undefined;
  return { message: `${name} takes ${least === most ? least : `${least} to ${most}`} arguments, not ${given}`, at };
}
