import { type Guard, is, isPossible, not, or } from '../../model/guard.ts';
import { type Hole, holesOf, literalOf } from '../../model/text.ts';
import { textOf, type Value } from '../../model/value.ts';
import type { MappingNode, Node } from './node.ts';
import { resolveNode } from './resolve.ts';
import { type CallScope, type IntrinsicFunction, report } from './scope.ts';
import { casesUnder, choiceOf, combine, expression, provenanceOf, unknownValue, type ValueCase } from './value-case.ts';
import { wrongArgument } from './wrong-argument.ts';

/** A lookup by an open key with more possible answers than this is one unknown. */
const MOST_ANSWERS = 40;

interface Lookup {
  readonly argument: Node;
  readonly fallback: Node | undefined;
  readonly scope: CallScope;
  /** The keys as resolved, for what the result inherits. */
  readonly keys: readonly Value[];
  /** An open key may be any: that one of them leads nowhere is no mistake yet. */
  readonly quiet?: boolean;
}

/** `Fn::FindInMap: [map, first key, second key, {DefaultValue: value}]`. */
export const findInMapFunction: IntrinsicFunction = (argument, scope) => {
  const parts = argument.kind === 'sequence' ? argument.items : [];
  const [map, first, second, options] = parts;
  if (map === undefined || first === undefined || second === undefined || parts.length > 4) {
    return wrongArgument(scope, argument, 'a list of a map and two keys');
  }
  const fallback = options?.kind === 'mapping' ? options.entries.get('DefaultValue')?.value : undefined;
  const resolved = [map, first, second].map((part) => resolveNode(part, scope));
  return combine(resolved, scope.origin, (keys) => {
    const lookup: Lookup = { argument, fallback, scope, keys };
    const [name, ...rest] = keys;
    const mapName = name === undefined ? undefined : literalText(name);
    if (mapName === undefined) return openAnswer(lookup, firstHoleOf(name));
    const entry = scope.template.mappings.get(mapName);
    if (entry?.value.kind !== 'mapping') return missing(lookup, `mapping ${mapName} is not declared`);
    return descend(entry.value, rest, mapName, lookup);
  });
};

function descend(node: Node, keys: readonly Value[], path: string, lookup: Lookup): Value {
  const [key, ...rest] = keys;
  if (key === undefined) return found(node, lookup);
  if (node.kind !== 'mapping') return missing(lookup, `mapping ${path} has no keys below`);
  const literal = literalText(key);
  if (literal === undefined) return byOpenKey(node, key, rest, { ...lookup, path });
  const entry = node.entries.get(literal);
  return entry === undefined
    ? missing(lookup, `mapping ${path} has no key ${literal}`)
    : descend(entry.value, rest, `${path}.${literal}`, lookup);
}

function found(node: Node, lookup: Lookup): Value {
  const value = resolveNode(node, lookup.scope, lookup.scope.origin);
  const { defaults } = provenanceOf(...lookup.keys);
  return defaults.length === 0 ? value : { ...value, defaults };
}

/** Every key may be the one, each under the guard that it is. */
function byOpenKey(
  node: MappingNode,
  key: Value,
  rest: readonly Value[],
  lookup: Lookup & { readonly path: string },
): Value {
  const content = textOf(key) ?? [];
  const [hole] = holesOf(content);
  if (hole === undefined || content.length !== 1 || node.entries.size > MOST_ANSWERS) return openAnswer(lookup, hole);
  const guards: Guard[] = [];
  const cases: ValueCase[] = [];
  for (const entry of node.entries.values()) {
    const guard = is(hole.symbol, entry.key, lookup.scope.run.domains.get(hole.symbol));
    guards.push(guard);
    const answer = descend(entry.value, rest, `${lookup.path}.${entry.key}`, { ...lookup, quiet: true });
    cases.push(...casesUnder(guard, answer));
  }
  const otherwise = not(or(...guards));
  if (isPossible(otherwise)) {
    const value = lookup.fallback === undefined ? openAnswer(lookup, hole) : resolveNode(lookup.fallback, lookup.scope);
    cases.push(...casesUnder(otherwise, value));
  }
  return choiceOf(cases, lookup.scope.origin);
}

function openAnswer({ scope, keys }: Lookup, hole: Hole | undefined): Value {
  const symbol = `lookup:${keys.map((key) => literalText(key) ?? firstHoleOf(key)?.symbol ?? '?').join('.')}`;
  return unknownValue(
    expression(symbol, hole?.settledBy ?? 'the keys of the mapping'),
    scope.origin,
    provenanceOf(...keys),
  );
}

function missing(lookup: Lookup, what: string): Value {
  const { scope, fallback, argument } = lookup;
  if (fallback !== undefined) return resolveNode(fallback, scope, scope.origin);
  if (lookup.quiet !== true)
    report(
      scope,
      'error',
      'unknown-mapping-key',
      `${scope.call}: ${what}; add it or give a DefaultValue`,
      argument.origin,
    );
  return openAnswer(lookup, undefined);
}

function literalText(value: Value): string | undefined {
  const content = textOf(value);
  return content === undefined ? undefined : literalOf(content);
}

function firstHoleOf(value: Value | undefined): Hole | undefined {
  const content = value === undefined ? undefined : textOf(value);
  return content === undefined ? undefined : holesOf(content)[0];
}
