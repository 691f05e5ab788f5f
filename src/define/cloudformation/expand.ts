import { literalOf } from '../../model/text.ts';
import { textOf } from '../../model/value.ts';
import { soleFunction } from './function-call.ts';
import { includedNode, isInclude } from './include.ts';
import type { MappingEntry, MappingNode, Node } from './node.ts';
import { resolveNode } from './resolve.ts';
import { report, type Scope } from './scope.ts';
import { substitute } from './substitute.ts';
import { casesOfValue } from './value-case.ts';

/** Nodes that loops and includes may add to one template. */
const MOST_EXPANDED = 100_000;
/** Loops and includes inside each other; AWS allows five loops. */
const MOST_LEVELS = 20;

/** The entries of a mapping with `Fn::ForEach` loops written out and local `AWS::Include` files put in. */
export function expandedEntries(node: MappingNode, scope: Scope, level = 0): Iterable<MappingEntry> {
  let special = false;
  for (const key of node.entries.keys()) if (key.startsWith('Fn::ForEach::') || key === 'Fn::Transform') special = true;
  return special ? expand(node, scope, level).values() : node.entries.values();
}

/** As `expandedEntries`, as a mapping. */
export function expanded(node: MappingNode, scope: Scope): MappingNode {
  const entries = new Map<string, MappingEntry>();
  for (const entry of expandedEntries(node, scope)) entries.set(entry.key, entry);
  return { ...node, entries };
}

function expand(node: MappingNode, scope: Scope, level: number): Map<string, MappingEntry> {
  const result = new Map<string, MappingEntry>();
  for (const entry of node.entries.values()) {
    if (level >= MOST_LEVELS) {
      report(
        scope,
        'error',
        'too-deep',
        'loops or includes contain each other too deeply; flatten them',
        entry.keyOrigin,
      );
      return result;
    }
    if (entry.key.startsWith('Fn::ForEach::')) {
      for (const made of loop(entry, scope, level)) result.set(made.key, made);
    } else if (entry.key === 'Fn::Transform' && isInclude(entry.value)) {
      const included = includedNode(entry.value, scope);
      if (included?.kind === 'mapping')
        for (const made of expandedEntries(included, scope, level + 1)) result.set(made.key, made);
    } else result.set(entry.key, entry);
  }
  return result;
}

/**
 * `Fn::ForEach::Name: [identifier, collection, {key: value}]`.
 * Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-foreach.html
 */
function* loop(entry: MappingEntry, scope: Scope, level: number): Iterable<MappingEntry> {
  const [identifier, collection, body, more] = entry.value.kind === 'sequence' ? entry.value.items : [];
  if (identifier?.kind !== 'scalar' || collection === undefined || body?.kind !== 'mapping' || more !== undefined) {
    report(
      scope,
      'error',
      'wrong-argument',
      `${entry.key} takes a list of an identifier, a collection and a mapping; correct its argument`,
      entry.keyOrigin,
    );
    return;
  }
  const items = collectionOf(collection, scope);
  if (items === undefined) {
    report(
      scope,
      'error',
      'foreach-unknown',
      `${entry.key}: the collection is not known, so what it makes is left out; give the parameter it comes from`,
      collection.origin,
    );
    return;
  }
  for (const item of items) {
    const made = substitute(body, String(identifier.value), item, scope.run, MOST_EXPANDED);
    if (made?.kind !== 'mapping') {
      report(scope, 'error', 'too-large', `${entry.key} makes too much; the rest is left out`, entry.keyOrigin);
      return;
    }
    yield* expandedEntries(made, scope, level + 1);
  }
}

function collectionOf(node: Node, scope: Scope): readonly string[] | undefined {
  const items = node.kind === 'sequence' ? node.items : [node];
  const result: string[] = [];
  for (const item of items) {
    const value = resolveNode(item, scope);
    const parts = value.kind === 'list' ? value.items : [value];
    if (value.kind === 'list' && value.open !== undefined) return undefined;
    for (const part of parts) {
      const content = casesOfValue(part).length === 1 ? textOf(part) : undefined;
      const literal = content === undefined ? undefined : literalOf(content);
      if (
        literal === undefined ||
        (node.kind !== 'sequence' && value.kind !== 'list' && soleFunction(node) === undefined)
      )
        return undefined;
      result.push(literal);
    }
  }
  return result;
}
