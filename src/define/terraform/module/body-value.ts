import { and, type Guard, isPossible, not } from '../../../model/guard.ts';
import type { Origin } from '../../../model/origin.ts';
import type { Hole } from '../../../model/text.ts';
import type { ListValue, MapValue, Value } from '../../../model/value.ts';
import { casesOfValue, choiceOf, combine, expression } from '../../cloudformation/value-case.ts';
import { firstHole } from '../expression/computed.ts';
import { elementsOf } from '../expression/elements.ts';
import { MOST_ITEMS } from '../expression/loop.ts';
import { guardOfValue } from '../expression/question.ts';
import { bind, type Scope } from '../expression/scope.ts';
import { failure, isFailure } from '../expression/special.ts';
import type { Block, Body } from '../hcl/syntax.ts';

/** Arguments and nested blocks of a body by name; a nested block is a list of maps. */
export function bodyValue(body: Body, scope: Scope, origin: Origin): MapValue {
  const entries = new Map<string, Value>();
  for (const attribute of body.attributes.values()) {
    const value = scope.run.evaluate(attribute.value, scope);
    if (value.kind !== 'literal' || value.value !== null) entries.set(attribute.name, value);
  }
  for (const type of blockTypes(body)) entries.set(type, blocksValue(body, type, scope));
  const open = body.broken ? unreadable(scope, origin) : undefined;
  return { kind: 'map', entries, origin, ...(open !== undefined && { open }) };
}

/** What stands in a part of the source that could not be read. */
export function unreadable(scope: Scope, origin: Origin): Hole {
  const span = scope.run.context.origins.span(origin);
  const place = span === undefined ? '' : `${span.file}:${span.line}`;
  return expression(`syntax:${place}`, `a correction of the syntax of ${place}`);
}

/** Types of the nested blocks, `dynamic` ones by what they make. */
export function blockTypes(body: Body): ReadonlySet<string> {
  return new Set(body.blocks.map(typeOfBlock));
}

function typeOfBlock(block: Block): string {
  return block.type === 'dynamic' ? (block.labels[0] ?? '') : block.type;
}

/** All nested blocks of one type, in order. */
export function blocksValue(body: Body, type: string, scope: Scope): Value {
  const blocks = body.blocks.filter((block) => typeOfBlock(block) === type);
  const lists = blocks.map((block): Value => {
    if (block.type === 'dynamic') return dynamicBlocks(block, type, scope);
    return { kind: 'list', items: [blockValue(block, scope)], origin: block.origin };
  });
  const [only] = lists;
  if (only !== undefined && lists.length === 1) return only;
  const origin = blocks[0]?.origin ?? (0 as Origin);
  return combine(lists, origin, (chosen) => {
    const parts = chosen.filter((list): list is ListValue => list.kind === 'list');
    const open = parts.find((list) => list.open !== undefined)?.open;
    return { kind: 'list', items: parts.flatMap((list) => list.items), origin, ...(open !== undefined && { open }) };
  });
}

/** Labels of a nested block (`provisioner "local-exec"`) are kept as `type`. */
function blockValue(block: Block, scope: Scope): MapValue {
  const value = bodyValue(block.body, scope, block.origin);
  const [label] = block.labels;
  if (label === undefined) return value;
  const type: Value = { kind: 'literal', value: label, origin: block.origin };
  return { ...value, entries: new Map([['type', type], ...value.entries]) };
}

/** `dynamic "type" { for_each = … content { … } }`; not known for_each gives one block under a question. */
function dynamicBlocks(block: Block, type: string, scope: Scope): Value {
  const { origin, body } = block;
  const collection = body.attributes.get('for_each');
  const content = body.blocks.find((inner) => inner.type === 'content');
  if (collection === undefined || content === undefined)
    return failure('dynamic-block', `dynamic "${type}" needs for_each and content`, origin);
  const named = body.attributes.get('iterator')?.value;
  const iterator = named?.kind === 'name' ? named.name : named?.kind === 'literal' ? String(named.value) : type;
  const make = (key: Value, value: Value) => {
    const entries = new Map([
      ['key', key],
      ['value', value],
    ]);
    return blockValue(content, bind(scope, { [iterator]: { kind: 'map', entries, origin } }));
  };
  const value = scope.run.evaluate(collection.value, scope);
  return choiceOf(
    casesOfValue(value).flatMap((one) => {
      const made = dynamicCase(one.value, make, block, scope);
      return casesOfValue(made)
        .map((inner) => ({ guard: and(one.guard, inner.guard), value: inner.value }))
        .filter((inner) => isPossible(inner.guard));
    }),
    origin,
  );
}

function dynamicCase(collection: Value, make: (key: Value, value: Value) => Value, block: Block, scope: Scope): Value {
  const { origin } = block;
  if (isFailure(collection)) return collection;
  if (collection.kind === 'literal' && collection.value === null) return { kind: 'list', items: [], origin };
  const elements = elementsOf(collection);
  if (elements === undefined && collection.kind !== 'unknown')
    return failure('wrong-type', 'for_each of a dynamic block must be a list, a set or a map', origin);
  if ((elements?.items.length ?? 0) > MOST_ITEMS) return failure('too-large', 'too many blocks', origin);
  const items = (elements?.items ?? []).map(({ key, value }) => make(key, value));
  const open = elements === undefined ? firstHole(collection) : elements.open;
  if (open === undefined) return { kind: 'list', items, origin };
  const guard = someGuard(open, block, scope);
  const part = (step: string): Value => ({
    kind: 'unknown',
    hole: { ...open, symbol: `${open.symbol}${step}` },
    origin,
  });
  const symbolic = make(part('[*].key'), part('[*]'));
  return choiceOf(
    [
      { guard, value: { kind: 'list', items: [...items, symbolic], open, origin } },
      { guard: not(guard), value: { kind: 'list', items, origin } },
    ],
    origin,
  );
}

/** "There are more of them than are known." */
function someGuard(open: Hole, block: Block, scope: Scope): Guard {
  const hole = expression(`any(${open.symbol})`, open.settledBy);
  const call = { kind: 'call', name: 'any', args: [], spread: false, origin: block.origin } as const;
  const each = block.body.attributes.get('for_each')?.value;
  return guardOfValue(
    { kind: 'unknown', hole, origin: block.origin },
    { ...call, args: each === undefined ? [] : [each] },
    { ...scope, mode: 'question' },
  );
}
