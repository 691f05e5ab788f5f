import type { MappingEntry, MappingNode, Node } from '../cloudformation/node.ts';
import { diagnose, type Expansion, type SamResource } from './expansion.ts';
import { entriesOf, entryOf, fieldOf, isCall, isPlainMap, itemsOf, textOf } from './fields.ts';
import { globalSections } from './shapes/globals.ts';

/** `Globals`: by the resource type that they hold for. */
export type Globals = ReadonlyMap<string, MappingNode>;

type Reporter = Pick<Expansion, 'settings' | 'diagnostics'>;

/** Reads `Globals`; sections and properties that there are not are reported and left out. */
export function readGlobals(root: MappingNode, reporter: Reporter): Globals {
  const result = new Map<string, MappingNode>();
  const given = root.entries.get('Globals');
  if (given === undefined) return result;
  if (!isPlainMap(given.value)) {
    diagnose(reporter, 'sam-globals', 'Globals must be a map of sections; correct it', given.keyOrigin);
    return result;
  }
  for (const section of entriesOf(given.value)) {
    const known = globalSections.get(section.key);
    if (known === undefined || !isPlainMap(section.value)) {
      const message = `Globals has ${section.key}, which is no map or none of ${[...globalSections.keys()].join(', ')}`;
      diagnose(reporter, 'sam-globals', message, section.keyOrigin);
      continue;
    }
    const entries = entriesOf(section.value).filter((entry) => sound(entry, section.key, known, reporter));
    const node = { ...section.value, entries: new Map(entries.map((entry) => [entry.key, entry])) };
    result.set(`AWS::Serverless::${section.key}`, node);
  }
  return result;
}

function sound(
  entry: MappingEntry,
  section: string,
  ...[known, reporter]: readonly [ReadonlySet<string>, Reporter]
): boolean {
  if (known.has(entry.key)) return true;
  const message = `Globals cannot set ${entry.key} of ${section}; set it in the resources`;
  diagnose(reporter, 'sam-globals', message, entry.keyOrigin);
  return false;
}

/** A resource with what `Globals` says of its type, but for what it ignores. */
export function withGlobals(resource: SamResource, globals: Globals, reporter: Reporter): SamResource {
  const section = globals.get(resource.type);
  if (section === undefined) return resource;
  const ignored = ignoredBy(resource, section, reporter);
  if (ignored === 'all') return resource;
  const entries = [...section.entries.values()].filter(({ key }) => !ignored.has(key));
  const applied: MappingNode = { ...section, entries: new Map(entries.map((entry) => [entry.key, entry])) };
  const merged = merge(applied, resource.properties);
  return merged.kind === 'mapping' ? { ...resource, properties: merged } : resource;
}

function ignoredBy({ id, body }: SamResource, section: MappingNode, reporter: Reporter): ReadonlySet<string> | 'all' {
  const given = entryOf(body, 'IgnoreGlobals');
  if (given === undefined) return new Set();
  if (textOf(given.value) === '*') return 'all';
  const names = itemsOf(given.value).map((item) => textOf(item));
  const known = globalSections.get(section.kind === 'mapping' ? bodyType(body) : '');
  if (given.value.kind !== 'sequence' || names.some((name) => name === undefined || known?.has(name) === false)) {
    const message = `IgnoreGlobals of ${id} must be '*' or a list of properties that Globals can set; correct it`;
    diagnose(reporter, 'sam-globals', message, given.keyOrigin);
  }
  return new Set(names.filter((name) => name !== undefined));
}

function bodyType(body: MappingNode): string {
  return textOf(fieldOf(body, 'Type'))?.replace('AWS::Serverless::', '') ?? '';
}

/** Maps are merged, lists joined with the global items first, and for the rest the resource's own value counts. */
function merge(global: Node, own: Node): Node {
  if (isCall(global) || isCall(own)) return own;
  if (global.kind === 'mapping' && own.kind === 'mapping') {
    const entries = new Map<string, MappingEntry>(global.entries);
    for (const [key, entry] of own.entries) {
      const known = entries.get(key);
      entries.set(key, known === undefined ? entry : { ...entry, value: merge(known.value, entry.value) });
    }
    return { ...own, entries };
  }
  if (global.kind === 'sequence' && own.kind === 'sequence') return { ...own, items: [...global.items, ...own.items] };
  return own;
}
