import { allTrue, anyTrue } from '../../../catalog/combine-facts.ts';
import { bindFact, byDefault, type Fact, given, mapFact, unknown } from '../../../model/fact.ts';
import type { Binary, Expression, Fold } from './node.ts';
import { compare, compute, type Operation } from './operations.ts';
import { textMethods } from './text-methods.ts';
import { type Datum, type DatumList, type DatumMap, describeDatum, listOf } from './values.ts';

/** What an expression is about: the names and functions that it may use. */
export interface Scene {
  variable(name: string): Fact<Datum>;
  call(name: string, args: readonly Datum[]): Fact<Datum>;
}

/** Work that is left, shared by all expressions of one rule in one run: `left` counts down. */
export interface Budget {
  left: number;
}

export interface Evaluation {
  readonly scene: Scene;
  readonly budget: Budget;
  /** For people: where the expression is written, what to correct when it cannot be computed. */
  readonly place: string;
  /** Variables of folds that are being asked. */
  readonly bound?: ReadonlyMap<string, Datum>;
}

/** More cases than this are not told apart. */
const mostCases = 32;
/** Asking an engine counts as so many steps. */
const costOfCall = 50;

/**
 * Computes an expression: known, by cases, or unknown with what would settle it. What cannot be computed (a text that is
 * subtracted, too much work) is unknown as well, settled by correcting the expression. `&&`, `||` and folds take
 * what is known: `true || unknown` is true.
 */
export function evaluate(node: Expression, to: Evaluation): Fact<Datum> {
  to.budget.left -= 1;
  if (to.budget.left < 0) return failed(to, 'it takes too many steps');
  const result = datumAt(node, to);
  if (result.kind !== 'alternatives' || result.options.length <= mostCases) return result;
  return unknown('too many conditions decide it together', 'values of the parameters that its conditions ask about');
}

function datumAt(node: Expression, to: Evaluation): Fact<Datum> {
  switch (node.kind) {
    case 'literal':
      return given<Datum>(node.value);
    case 'list':
      return given<Datum>(listOf(node.items.map((item) => () => evaluate(item, to))));
    case 'name': {
      const bound = to.bound?.get(node.name);
      return bound === undefined ? to.scene.variable(node.name) : given(bound);
    }
    case 'member':
      return both(node.of, node.key, to, (of, key) => memberOf(of, key, to));
    case 'call':
      return node.name === 'has' ? has(node.args[0], to) : called(node.name, node.args, to);
    case 'method':
      return bindFact(evaluate(node.of, to), (of) =>
        withArguments(node.args, to, (args) => methodOf(of, node.name, args, to)),
      );
    case 'fold':
      return bindFact(evaluate(node.of, to), (of) => fold(node, of, to));
    case 'not':
      return mapFact(truth(node.of, to), (value) => !value);
    case 'minus':
      return bindFact(evaluate(node.of, to), (of) => outcome(compute('-', 0, of), to));
    case 'binary':
      return binary(node, to);
    case 'conditional':
      return bindFact(truth(node.test, to), (test) => evaluate(test ? node.yes : node.no, to));
  }
}

/** An expression as true or false; anything else cannot be computed. */
export function truth(node: Expression, to: Evaluation): Fact<boolean> {
  return bindFact(evaluate(node, to), (value): Fact<boolean> => {
    if (typeof value === 'boolean') return given(value);
    if (value === 'true' || value === 'false') return given(value === 'true');
    return failed(to, `${describeDatum(value)} stands where true or false must`);
  });
}

function binary(node: Binary, to: Evaluation): Fact<Datum> {
  const { operator, left, right } = node;
  if (operator === '&&' || operator === '||') {
    const first = truth(left, to);
    if (first.kind === 'known' && first.value === (operator === '||')) return first;
    return (operator === '&&' ? allTrue : anyTrue)([first, truth(right, to)]);
  }
  return both(left, right, to, (one, other) => {
    if (operator === '==') return equal(one, other, to);
    if (operator === '!=') return mapFact(equal(one, other, to), (same) => !same);
    if (operator === 'in') return contains(other, one, to);
    return outcome(compute(operator, one, other), to);
  });
}

function both(
  left: Expression,
  right: Expression,
  to: Evaluation,
  join: (left: Datum, right: Datum) => Fact<Datum>,
): Fact<Datum> {
  return bindFact(evaluate(left, to), (one) => bindFact(evaluate(right, to), (other) => join(one, other)));
}

function outcome(operation: Operation, to: Evaluation): Fact<Datum> {
  return operation.kind === 'fault' ? failed(to, operation.message) : operation.fact;
}

/** Lists are equal when their members are, in order; all else as the operation says. */
function equal(left: Datum, right: Datum, to: Evaluation): Fact<boolean> {
  if (!isList(left) || !isList(right)) {
    const operation = compare(left, right);
    return operation.kind === 'fault' ? failed(to, operation.message) : operation.fact;
  }
  if (left.open !== undefined || right.open !== undefined)
    return unknown('a list is known in part', left.open ?? right.open ?? '');
  if (left.items.length !== right.items.length) return given(false);
  return allTrue(
    left.items.map((item, at) =>
      spend(to, () =>
        bindFact(item(), (one) => bindFact(right.items[at]?.() ?? given(null), (two) => equal(one, two, to))),
      ),
    ),
  );
}

/** Counts a step that no node of the expression counts. */
function spend<T>(to: Evaluation, work: () => Fact<T>): Fact<T> {
  to.budget.left -= 1;
  return to.budget.left < 0 ? failed(to, 'it takes too many steps') : work();
}

function memberOf(of: Datum, key: Datum, to: Evaluation): Fact<Datum> {
  if (of === null) return byDefault(null);
  if (isMap(of) && (typeof key === 'string' || typeof key === 'number')) return of.get(String(key));
  if (isList(of) && typeof key === 'number') {
    const item = of.items[key];
    if (item !== undefined) return item();
    return of.open === undefined ? byDefault(null) : unknown('a list is known in part', of.open);
  }
  return failed(to, `${describeDatum(of)} has no member that ${describeDatum(key)} names`);
}

/** Is what the last member of the path names there at all? What is not known is there. */
function has(node: Expression | undefined, to: Evaluation): Fact<Datum> {
  if (node?.kind !== 'member') return failed(to, 'has takes a member: has(properties.Name)');
  return both(node.of, node.key, to, (of, key) => {
    if (isMap(of) && typeof key === 'string') return of.has(key);
    return mapFact(memberOf(of, key, to), (value) => value !== null);
  });
}

function called(name: string, args: readonly Expression[], to: Evaluation): Fact<Datum> {
  return withArguments(args, to, (values) => {
    if (name === 'size') return methodOf(values[0] ?? null, 'size', [], to);
    to.budget.left -= costOfCall;
    return to.budget.left < 0 ? failed(to, 'it takes too many steps') : to.scene.call(name, values);
  });
}

function withArguments(
  args: readonly Expression[],
  to: Evaluation,
  use: (values: readonly Datum[]) => Fact<Datum>,
  before: readonly Datum[] = [],
): Fact<Datum> {
  const [next, ...rest] = args;
  if (next === undefined) return use(before);
  return bindFact(evaluate(next, to), (value) => withArguments(rest, to, use, [...before, value]));
}

function methodOf(of: Datum, name: string, args: readonly Datum[], to: Evaluation): Fact<Datum> {
  if (name === 'size' && (isList(of) || isMap(of) || of === null)) return sizeOf(of, to);
  if (name === 'contains' && isList(of)) return contains(of, args[0] ?? null, to);
  const method = textMethods.get(name);
  if (method === undefined) return failed(to, `there is no function ${name}`);
  // What is not given has no text: none of the questions holds of it.
  if (of === null) return byDefault(name === 'size' ? 0 : name === 'lowerAscii' ? null : false);
  return outcome(method(of, args), to);
}

function sizeOf(of: DatumList | DatumMap | null, to: Evaluation): Fact<Datum> {
  if (of === null) return byDefault(0);
  if (of.open !== undefined) return unknown('a list or map is known in part', of.open);
  const members = membersOf(of);
  let sum: Fact<number> = given(0);
  for (const member of members)
    sum = bindFact(sum, (before) => spend(to, () => mapFact(member(), (value) => before + (value === null ? 0 : 1))));
  return sum;
}

function contains(of: Datum, value: Datum, to: Evaluation): Fact<Datum> {
  if (of === null) return byDefault(false);
  if (isMap(of) && typeof value === 'string') return of.has(value);
  if (!isList(of)) return failed(to, `in looks into a list or map, not into ${describeDatum(of)}`);
  return anyMember(of, to, true, (member) => equal(member, value, to));
}

/** The members that folds go through: those of a list, or the keys of a map that are there. */
function membersOf(of: DatumList | DatumMap): DatumList['items'] {
  if (of.kind === 'list') return of.items;
  return of.keys.map((key) => () => mapFact(of.has(key), (there): Datum => (there ? key : null)));
}

/** Is the question answered with `wanted` by any member? `all` is that none answers with false. */
function anyMember(
  of: DatumList | DatumMap,
  to: Evaluation,
  wanted: boolean,
  ask: (member: Datum) => Fact<boolean>,
): Fact<boolean> {
  const said: Fact<boolean>[] = [];
  for (const member of membersOf(of)) {
    const fact = spend(to, () => bindFact(member(), (value) => (value === null ? given(!wanted) : ask(value))));
    if (fact.kind === 'known' && fact.value === wanted) return fact;
    said.push(fact);
    if (to.budget.left < 0) break;
  }
  if (of.open !== undefined) said.push(unknown('a list or map is known in part', of.open));
  return (wanted ? anyTrue : allTrue)(said);
}

function fold(node: Fold, of: Datum, to: Evaluation): Fact<Datum> {
  if (of === null) return byDefault(node.name === 'filter' || node.name === 'map' ? listOf([]) : node.name === 'all');
  if (!isList(of) && !isMap(of)) return failed(to, `${node.name} goes through a list or map, not ${describeDatum(of)}`);
  const inner = (member: Datum): Evaluation => ({ ...to, bound: new Map(to.bound).set(node.variable, member) });
  const ask = (member: Datum) => truth(node.body, inner(member));
  if (node.name === 'exists') return anyMember(of, to, true, ask);
  if (node.name === 'all') return anyMember(of, to, false, ask);
  const change = (member: Datum): Fact<Datum> =>
    node.name === 'map' ? evaluate(node.body, inner(member)) : mapFact(ask(member), (kept) => (kept ? member : null));
  const items = membersOf(of).map(
    (member) => () =>
      spend(to, () => bindFact(member(), (value) => (value === null ? byDefault(null) : change(value)))),
  );
  const list: DatumList = { kind: 'list', items, ...(of.open !== undefined && { open: of.open }) };
  return node.name === 'exists_one' ? mapFact(sizeOf(list, to), (count) => count === 1) : given<Datum>(list);
}

function isList(datum: Datum): datum is DatumList {
  return datum !== null && typeof datum === 'object' && datum.kind === 'list';
}

function isMap(datum: Datum): datum is DatumMap {
  return datum !== null && typeof datum === 'object' && datum.kind === 'map';
}

function failed(to: Pick<Evaluation, 'place'>, why: string): Fact<never> {
  return unknown(`an expression cannot be computed: ${why}`, `a correction of ${to.place}`);
}
