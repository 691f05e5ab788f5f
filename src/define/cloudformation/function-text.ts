import { type Hole, type Text, type TextPart, text, textKey } from '../../model/text.ts';
import { textOf, type Value } from '../../model/value.ts';
import { namedReference } from './function-reference.ts';
import { jsonOf } from './json-text.ts';
import type { Node } from './node.ts';
import { resolveNode } from './resolve.ts';
import { type CallScope, type IntrinsicFunction, report } from './scope.ts';
import { combine, expression, mapCases, provenanceOf, textValue, unknownValue } from './value-case.ts';
import { wrongArgument } from './wrong-argument.ts';

/** A template body has at most a megabyte; longer results come from references that double each other. */
const MOST_CHARACTERS = 1_000_000;

/** `Fn::Sub: text` or `Fn::Sub: [text, {name: value}]`. */
export const subFunction: IntrinsicFunction = (argument, scope) => {
  const [template, variables, more] = argument.kind === 'sequence' ? argument.items : [argument];
  if (template?.kind !== 'scalar' || more !== undefined || (variables !== undefined && variables.kind !== 'mapping')) {
    return wrongArgument(scope, argument, 'a string, or a list of a string and a mapping of variables');
  }
  const pieces: (string | Value)[] = [];
  const given = new Map<string, Value>();
  const source = String(template.value ?? '');
  let from = 0;
  for (const match of source.matchAll(/\$\{([^}]*)\}/g)) {
    pieces.push(source.slice(from, match.index));
    from = match.index + match[0].length;
    const name = (match[1] ?? '').trim();
    if (name.startsWith('!')) {
      pieces.push(`\${${name.slice(1)}}`);
      continue;
    }
    const local = variables?.entries.get(name)?.value;
    const value =
      given.get(name) ?? (local === undefined ? namedReference(name, template, scope) : resolveNode(local, scope));
    given.set(name, value);
    pieces.push(value);
  }
  pieces.push(source.slice(from));
  return concatenated(pieces, argument, scope);
};

/** `Fn::Join: [delimiter, list]`. */
export const joinFunction: IntrinsicFunction = (argument, scope) => {
  const [delimiterNode, listNode, more] = argument.kind === 'sequence' ? argument.items : [];
  if (delimiterNode?.kind !== 'scalar' || listNode === undefined || more !== undefined) {
    return wrongArgument(scope, argument, 'a list of a delimiter and a list of values');
  }
  const delimiter = String(delimiterNode.value ?? '');
  return mapCases(resolveNode(listNode, scope), scope.origin, (list) => {
    if (list.kind === 'unknown') return textValue([joined(list.hole, delimiter)], scope.origin, provenanceOf(list));
    if (list.kind !== 'list') return wrongArgument(scope, argument, 'a list as its second part');
    const pieces = list.items.flatMap((item) => [item, delimiter]);
    if (list.open === undefined) pieces.pop();
    else pieces.push(textValue([joined(list.open, delimiter)], scope.origin));
    return concatenated(pieces, argument, scope, list.defaults);
  });
};

function joined(list: Hole, delimiter: string): Hole {
  return expression(`join:${delimiter}:${list.symbol}`, list.settledBy);
}

/** Joins literals and values for every combination of their alternatives. */
function concatenated(
  pieces: readonly (string | Value)[],
  argument: Node,
  scope: CallScope,
  defaults: readonly string[] = [],
): Value {
  const values = pieces.filter((piece): piece is Value => typeof piece !== 'string');
  return combine(values, scope.origin, (chosen) => {
    const parts: TextPart[] = [];
    let next = 0;
    for (const piece of pieces) {
      if (typeof piece === 'string') parts.push(piece);
      else {
        const value = chosen[next];
        next += 1;
        const part = value === undefined ? undefined : scalarText(value, scope);
        if (part === undefined)
          return wrongArgument(scope, argument, 'strings only; a list needs Fn::Join or Fn::Select');
        parts.push(...part);
      }
    }
    const provenance = provenanceOf(...chosen);
    const all = { refs: provenance.refs, defaults: [...new Set([...defaults, ...provenance.defaults])] };
    return limited(text(...parts), argument, scope) ?? textValue(text(...parts), scope.origin, all);
  });
}

function scalarText(value: Value, scope: CallScope): Text | undefined {
  if (value.kind === 'absent') return [];
  if (value.kind === 'list' && value.open !== undefined && value.items.length === 0) return [value.open];
  if (value.kind === 'map' || value.kind === 'list')
    return value.kind === 'list' && scope.template.macros ? [] : undefined;
  return textOf(value);
}

function limited(whole: Text, argument: Node, scope: CallScope): Value | undefined {
  const length = whole.reduce((sum, part) => sum + (typeof part === 'string' ? part.length : 100), 0);
  if (length <= MOST_CHARACTERS) return undefined;
  report(
    scope,
    'error',
    'too-long',
    `${scope.call} gives a string of over ${MOST_CHARACTERS} characters; shorten it`,
    argument.origin,
  );
  return unknownValue(expression(`long:${scope.template.path}`, 'a shorter string'), scope.origin);
}

/** `Fn::Base64: text`. Of an open text nothing can be told but what it hangs on. */
export const base64Function: IntrinsicFunction = (argument, scope) =>
  mapCases(resolveNode(argument, scope), scope.origin, (value) => {
    const content = textOf(value);
    if (content === undefined) return wrongArgument(scope, argument, 'a string');
    const [hole] = content.filter((part): part is Hole => typeof part !== 'string');
    if (hole !== undefined)
      return textValue([expression(`base64:${textKey(content)}`, hole.settledBy)], scope.origin, provenanceOf(value));
    const bytes = new TextEncoder().encode(content.join(''));
    return textValue(
      [btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))],
      scope.origin,
      provenanceOf(value),
    );
  });

/** `Fn::ToJsonString: mapping or list`. */
export const toJsonFunction: IntrinsicFunction = (argument, scope) => {
  if (argument.kind === 'scalar') return wrongArgument(scope, argument, 'a mapping or a list');
  const flat = jsonOf(resolveNode(argument, scope), scope.origin);
  return limited(textOf(flat) ?? [], argument, scope) ?? flat;
};
