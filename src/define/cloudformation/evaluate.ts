import type { Origin } from '../../model/origin.ts';
import type { Hole } from '../../model/text.ts';
import type { MapValue, Value } from '../../model/value.ts';
import { expandedEntries } from './expand.ts';
import { soleFunction } from './function-call.ts';
import { functions } from './functions.ts';
import type { MappingNode, Node, SequenceNode } from './node.ts';
import { resolveNode, resolveProperty } from './resolve.ts';
import { report, type Scope } from './scope.ts';
import { expression, literalValue, textValue, unknownValue } from './value-case.ts';

/** Evaluates one node; everything below goes through `resolveNode`, which counts the depth. */
export function evaluate(node: Node, scope: Scope, origin: Origin): Value {
  if (node.kind === 'scalar') {
    return typeof node.value === 'string'
      ? textValue(node.value === '' ? [] : [node.value], origin)
      : literalValue(node.value, origin);
  }
  if (node.kind === 'sequence') return resolveSequence(node, scope, origin);
  const call = soleFunction(node);
  if (call === undefined || call.name === 'Condition' || call.name.startsWith('Fn::ForEach::'))
    return resolveMapping(node, scope, origin);
  const evaluate = functions.get(call.name);
  if (evaluate !== undefined) return evaluate(call.argument, { ...scope, origin, call: call.name });
  report(
    scope,
    'error',
    'unknown-function',
    `${call.name} is not a function of CloudFormation; correct the name`,
    call.entry.keyOrigin,
  );
  return unknownValue(expression(`function:${call.name}`, `the meaning of ${call.name}`), origin);
}

function resolveSequence(node: SequenceNode, scope: Scope, origin: Origin): Value {
  const items = node.items.map((item) => resolveNode(item, scope)).filter((item) => item.kind !== 'absent');
  return { kind: 'list', items, origin };
}

/** A mapping as a value; entries that are `AWS::NoValue` count as not given. */
function resolveMapping(node: MappingNode, scope: Scope, origin: Origin): MapValue {
  const entries = new Map<string, Value>();
  let open: Hole | undefined;
  for (const entry of expandedEntries(node, scope)) {
    if (entry.key.startsWith('Fn::')) {
      report(
        scope,
        'error',
        'function-not-alone',
        `${entry.key} stands beside other keys; a function must be the only key of its mapping`,
        entry.keyOrigin,
      );
      open = expression(`function:${entry.key}`, `the meaning of ${entry.key} beside other keys`);
      continue;
    }
    const value = resolveProperty(entry.key, entry.value, scope, entry.origin);
    if (value.kind !== 'absent') entries.set(entry.key, value);
  }
  return { kind: 'map', entries, origin, ...(open !== undefined && { open }) };
}
