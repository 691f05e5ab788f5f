import type { Origin, OriginTable } from '../../model/origin.ts';
import type { Declared } from '../../model/system.ts';
import type { MappingEntry, MappingNode, Node } from '../cloudformation/node.ts';
import { readSections } from '../declared/parse-declarations.ts';
import { entries, field, items, type Json, wrong } from './decode-json.ts';
import { originOf } from './decode-value.ts';

/**
 * What a saved system document declares, through the very decoders that read `bartizan.yaml`: the entries become the tree
 * that parsing that file would give, with its places.
 */
export function decodeDeclared(
  json: Json,
  origins: OriginTable,
  report: (message: string, origin: Origin) => void,
): Declared {
  const nowhere = origins.add({ kind: 'knowledge', document: 'a saved system document' });
  const sections = entries(json).map(([name, list]): [string, MappingEntry] => {
    const nodes = items(list).map((item) => nodeOf(field(item, 'entry'), originOf(item, origins)));
    const value = name === 'moved' ? movedNode(nodes, nowhere) : sequence(nodes, nowhere);
    return [name, { key: name, keyOrigin: nowhere, origin: nowhere, value }];
  });
  const { declared } = readSections(
    { kind: 'mapping', entries: new Map(sections), origin: nowhere },
    {
      report: (origin, _code, message) => report(message, origin),
      author: (origin, by) => {
        const span = origins.span(origin);
        return span === undefined ? origin : origins.add({ kind: 'author', span, by });
      },
      place: (origin) => origins.span(origin)?.file ?? 'a saved system document',
    },
  );
  return declared;
}

function sequence(nodes: readonly Node[], origin: Origin): Node {
  return { kind: 'sequence', items: nodes, origin };
}

/** `moved` is a map in the file, from former to present id. */
function movedNode(nodes: readonly Node[], origin: Origin): MappingNode {
  const pairs = nodes.flatMap((node): readonly (readonly [string, MappingEntry])[] => {
    const [from, to] = ['from', 'to'].map((key) =>
      node.kind === 'mapping' ? node.entries.get(key)?.value : undefined,
    );
    if (from?.kind !== 'scalar' || to === undefined) return [];
    return [[from.source, { key: from.source, keyOrigin: node.origin, origin: node.origin, value: to }]];
  });
  return { kind: 'mapping', entries: new Map(pairs), origin };
}

function nodeOf(json: Json, origin: Origin): Node {
  const { value } = json;
  if (Array.isArray(value))
    return sequence(
      items(json).map((item) => nodeOf(item, origin)),
      origin,
    );
  if (typeof value === 'object' && value !== null) {
    const members = entries(json).map(([key, member]): [string, MappingEntry] => [
      key,
      { key, keyOrigin: origin, origin, value: nodeOf(member, origin) },
    ]);
    return { kind: 'mapping', entries: new Map(members), origin };
  }
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return { kind: 'scalar', value, source: String(value), origin };
  }
  throw wrong(json, 'a value of JSON');
}
