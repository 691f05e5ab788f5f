import type { MappingEntry, Node } from '../../cloudformation/node.ts';
import { diagnose, type Expansion, type SamResource, samResource } from '../expansion.ts';
import { entriesOf, entryOf, fieldOf, isPlainMap, itemsOf, referenced, textOf } from '../fields.ts';
import { toNode } from '../made.ts';
import { connect } from './connect.ts';

/** Writes what connectors become, of their own and embedded in resources; what depends on one depends on that. */
export function translateConnectors(expansion: Expansion): ReadonlyMap<string, readonly string[]> {
  const mappings = mappingsByFunction(expansion);
  const replaced = new Map<string, readonly string[]>();
  for (const resource of expansion.resources.values()) {
    if (resource.type === 'AWS::Serverless::Connector') {
      const parts = readParts(resource.id, resource.properties, undefined, resource.entry, expansion);
      if (parts !== undefined) replaced.set(resource.id, connect({ ...parts, cause: resource }, mappings, expansion));
      continue;
    }
    for (const entry of entriesOf(fieldOf(resource.body, 'Connectors'))) {
      const id = `${resource.id}${entry.key}`;
      const parts = readParts(id, fieldOf(entry.value, 'Properties'), resource, entry, expansion);
      if (parts !== undefined) replaced.set(id, connect({ ...parts, cause: embedded(entry) }, mappings, expansion));
    }
  }
  return replaced;
}

/** A connector in a resource has attributes of its own; without a type it is no resource. */
function embedded(entry: MappingEntry): SamResource {
  const value = entry.value.kind === 'mapping' ? entry.value : toNode({}, entry.origin);
  const made = samResource({ ...entry, value });
  if (made === undefined) throw new Error('a mapping is a resource');
  return made;
}

function readParts(
  id: string,
  properties: Node | undefined,
  ...[owner, entry, expansion]: readonly [SamResource | undefined, MappingEntry, Expansion]
) {
  const report = (fault: string): undefined => {
    diagnose(expansion, 'sam-invalid-property', `connector ${id} ${fault}; correct it`, entry.keyOrigin);
  };
  const destinations = itemsOf(fieldOf(properties, 'Destination'));
  if (destinations.length === 0 || !destinations.every((one) => isPlainMap(one)))
    return report('needs a map, or maps, as Destination');
  const source = owner === undefined ? fieldOf(properties, 'Source') : ownSource(owner, properties, entry);
  if (source === undefined || !isPlainMap(source)) return report('needs a map as Source');
  const permissions = entryOf(properties, 'Permissions');
  if (permissions === undefined) return report('needs Permissions');
  const names = itemsOf(permissions.value).map((one) => textOf(one) ?? '');
  return { id, source, destinations, permissions: names, entry };
}

/** The resource itself, with what `SourceReference` adds. */
function ownSource(owner: SamResource, properties: Node | undefined, entry: MappingEntry): Node {
  const given = fieldOf(properties, 'SourceReference');
  return toNode({ Id: owner.id, Qualifier: entryOf(given, 'Qualifier') }, entry.origin);
}

function mappingsByFunction({ resources }: Expansion): ReadonlyMap<string, readonly SamResource[]> {
  const result = new Map<string, SamResource[]>();
  for (const resource of resources.values()) {
    if (resource.type !== 'AWS::Lambda::EventSourceMapping') continue;
    const target = referenced(fieldOf(resource.properties, 'FunctionName'));
    if (target === undefined) continue;
    const known = result.get(target) ?? [];
    known.push(resource);
    result.set(target, known);
  }
  return result;
}
