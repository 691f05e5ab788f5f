import { type Hole, type HoleKind, literalOf, type Text, type TextPart, text, textKey } from '../../model/text.ts';
import { textOf, type Value } from '../../model/value.ts';
import { subnetsOf } from './cidr.ts';
import type { Node } from './node.ts';
import { resolveNode } from './resolve.ts';
import type { CallScope, IntrinsicFunction } from './scope.ts';
import {
  absentValue,
  combine,
  expression,
  literalValue,
  mapCases,
  provenanceOf,
  relocated,
  textValue,
} from './value-case.ts';
import { wrongArgument } from './wrong-argument.ts';

/** `Fn::Select: [index, list]`. */
export const selectFunction: IntrinsicFunction = (argument, scope) => {
  const [indexNode, listNode, more] = argument.kind === 'sequence' ? argument.items : [];
  if (indexNode === undefined || listNode === undefined || more !== undefined)
    return wrongArgument(scope, argument, 'a list of an index and a list');
  const parts = [resolveNode(indexNode, scope), resolveNode(listNode, scope)];
  return combine(parts, scope.origin, ([index, list]) => {
    if (index === undefined || list === undefined) return absentValue(scope.origin);
    return selected(index, list, argument, scope);
  });
};

function selected(index: Value, list: Value, argument: Node, scope: CallScope): Value {
  const open = list.kind === 'list' ? list.open : list.kind === 'unknown' ? list.hole : undefined;
  if (list.kind !== 'list' && open === undefined) return wrongArgument(scope, argument, 'a list as its second part');
  const items = list.kind === 'list' ? list.items : [];
  const position = numberOf(index);
  if (!Number.isInteger(position) || position < 0) return selectedByOpen(index, list, argument, scope);
  const item = items[position];
  if (item !== undefined) {
    const defaults = [...new Set([item, list, index].flatMap((value) => value.defaults ?? []))];
    return { ...relocated(item, scope.origin), ...(defaults.length > 0 && { defaults }) };
  }
  if (open === undefined)
    return wrongArgument(scope, argument, `an index within its list, which has ${items.length} items`);
  return textValue([{ ...open, symbol: `${open.symbol}[${position}]` }], scope.origin, provenanceOf(list));
}

/** The index itself is not known, or no index at all. */
function selectedByOpen(index: Value, list: Value, argument: Node, scope: CallScope): Value {
  const content = textOf(index);
  const hole = holeIn(content);
  if (hole === undefined || content === undefined)
    return wrongArgument(scope, argument, 'an index from 0 as its first part');
  const symbol = `select:${textKey(content)}:${textKeyOf(list)}`;
  return textValue([expression(symbol, hole.settledBy)], scope.origin, provenanceOf(index, list));
}

function holeIn(value: Text | undefined): Hole | undefined {
  return value?.find((part): part is Hole => typeof part !== 'string');
}

function textKeyOf(value: Value): string {
  const content = textOf(value);
  if (content !== undefined) return textKey(content);
  return value.kind === 'list' ? `[${value.items.map(textKeyOf).join(',')}${value.open?.symbol ?? ''}]` : value.kind;
}

/** `Fn::Split: [delimiter, text]`. */
export const splitFunction: IntrinsicFunction = (argument, scope) => {
  const [delimiterNode, sourceNode, more] = argument.kind === 'sequence' ? argument.items : [];
  const delimiter = delimiterNode?.kind === 'scalar' ? String(delimiterNode.value ?? '') : '';
  if (sourceNode === undefined || more !== undefined || delimiter === '')
    return wrongArgument(scope, argument, 'a list of a delimiter and a string');
  return mapCases(resolveNode(sourceNode, scope), scope.origin, (source) => {
    const content = textOf(source);
    if (content === undefined) return wrongArgument(scope, argument, 'a string as its second part');
    const { pieces, open } = splitText(content, delimiter);
    const provenance = provenanceOf(source);
    const items = pieces.map((piece) => textValue(piece, scope.origin, provenance));
    return { kind: 'list', items, origin: scope.origin, ...(open !== undefined && { open }) };
  });
};

/** Kinds of holes that never hold these delimiters; all others may. */
const neverHolds: Partial<Record<HoleKind, RegExp>> = {
  account: /[^0-9]/,
  region: /[^a-z0-9-]/,
  partition: /[^a-z-]/,
  'physical-name': /[,;\s]/,
};

function splitText(content: Text, delimiter: string): { readonly pieces: readonly Text[]; readonly open?: Hole } {
  const pieces: Text[] = [];
  let current: TextPart[] = [];
  for (const part of content) {
    if (typeof part !== 'string') {
      if (neverHolds[part.kind]?.test(delimiter) !== true) {
        return { pieces, open: expression(`split:${delimiter}:${pieces.length}:${textKey(content)}`, part.settledBy) };
      }
      current.push(part);
      continue;
    }
    const [head = '', ...rest] = part.split(delimiter);
    current.push(head);
    for (const next of rest) {
      pieces.push(text(...current));
      current = [next];
    }
  }
  pieces.push(text(...current));
  return { pieces };
}

/** `Fn::GetAZs: region`: the zones of an account are known only there. */
export const zonesFunction: IntrinsicFunction = (argument, scope) => {
  const given = textOf(resolveNode(argument, scope));
  const region = given === undefined || given.length === 0 ? scope.unit.region : given;
  const key = textKey(region);
  const open: Hole = {
    kind: 'lookup',
    symbol: `availability-zones:${key}`,
    settledBy: `the availability zones of ${literalOf(region) ?? 'the region'}`,
  };
  return { kind: 'list', items: [], open, origin: scope.origin };
};

/** `Fn::Length: list`. */
export const lengthFunction: IntrinsicFunction = (argument, scope) =>
  mapCases(resolveNode(argument, scope), scope.origin, (list) => {
    const open = list.kind === 'unknown' ? list.hole : list.kind === 'list' ? list.open : undefined;
    if (open !== undefined) return textValue([expression(`length:${textKeyOf(list)}`, open.settledBy)], scope.origin);
    if (list.kind !== 'list') return wrongArgument(scope, argument, 'a list');
    return literalValue(list.items.length, scope.origin, provenanceOf(list));
  });

/** `Fn::Cidr: [block, count, bits]`. */
export const cidrFunction: IntrinsicFunction = (argument, scope) => {
  const [blockNode, countNode, bitsNode, more] = argument.kind === 'sequence' ? argument.items : [];
  if (blockNode === undefined || countNode === undefined || more !== undefined)
    return wrongArgument(scope, argument, 'a list of a block, a count and a number of bits');
  const parts = [blockNode, countNode, ...(bitsNode === undefined ? [] : [bitsNode])].map((part) =>
    resolveNode(part, scope),
  );
  return combine(parts, scope.origin, ([block, countValue, bitsValue]) => {
    const provenance = provenanceOf(...(block === undefined ? [] : [block]));
    const blockText = block === undefined ? undefined : textOf(block);
    const count = numberOf(countValue);
    const bits = bitsValue === undefined ? undefined : numberOf(bitsValue);
    const open =
      holeIn(blockText) ?? holeIn(countValue && textOf(countValue)) ?? holeIn(bitsValue && textOf(bitsValue));
    if (open !== undefined) {
      const hole = expression(
        `cidr:${blockText === undefined ? '' : textKey(blockText)}:${bits ?? ''}`,
        open.settledBy,
      );
      return { kind: 'list', items: [], open: hole, origin: scope.origin };
    }
    const blocks = subnetsOf((blockText && literalOf(blockText)) ?? '', count, bits);
    if (blocks === undefined)
      return wrongArgument(scope, argument, 'a CIDR block, a count from 1 to 256 and bits that fit into it');
    return {
      kind: 'list',
      items: blocks.map((one) => literalValue(one, scope.origin, provenance)),
      origin: scope.origin,
    };
  });
};

function numberOf(value: Value | undefined): number {
  const content = value === undefined ? undefined : textOf(value);
  return Number(content === undefined ? Number.NaN : literalOf(content));
}
