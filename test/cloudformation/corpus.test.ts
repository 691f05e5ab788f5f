import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineMappingTag, defineScalarTag, defineSequenceTag, load, realMapTag, YAML11_SCHEMA } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { translated } from './translated.ts';

const folder = '../shared/corpora/templates';
const present = existsSync(folder);

/** An independent decoder: js-yaml's own constructor, or JSON.parse. */
const schema = YAML11_SCHEMA.withTags(
  realMapTag,
  defineScalarTag('!', { matchByTagPrefix: true, resolve: (source) => source, identify: () => false }),
  defineSequenceTag('!', {
    matchByTagPrefix: true,
    create: (): unknown[] => [],
    addItem: (list, item) => void list.push(item),
    identify: () => false,
  }),
  defineMappingTag('!', {
    matchByTagPrefix: true,
    create: () => new Map<unknown, unknown>(),
    addPair: (map, key, value) => {
      map.set(key, value);
      return '';
    },
    has: (map, key) => map.has(key),
    keys: (map) => map.keys(),
    get: (map, key) => map.get(key),
    identify: () => false,
  }),
);

function decoded(file: string, text: string): unknown {
  const plain = text.replace(/^\uFEFF/, '');
  return file.endsWith('.json') ? toMaps(JSON.parse(plain)) : load(plain, { schema });
}

function toMaps(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toMaps);
  if (value === null || typeof value !== 'object') return value;
  return new Map(Object.entries(value).map(([key, entry]) => [key, toMaps(entry)]));
}

function countResources(root: unknown): number {
  const resources = root instanceof Map ? root.get('Resources') : undefined;
  if (!(resources instanceof Map)) return 0;
  return countMembers(resources, root instanceof Map ? root.get('Parameters') : undefined);
}

/** Loops count as often as they run, transforms not at all. */
function countMembers(members: ReadonlyMap<unknown, unknown>, parameters: unknown): number {
  let count = 0;
  for (const [key, value] of members) {
    if (String(key) === 'Fn::Transform') continue;
    if (!String(key).startsWith('Fn::ForEach')) count += 1;
    else if (Array.isArray(value) && value[2] instanceof Map) {
      count += collectionLength(value[1], parameters) * countMembers(value[2], parameters);
    }
  }
  return count;
}

function collectionLength(collection: unknown, parameters: unknown): number {
  if (Array.isArray(collection)) return collection.length;
  const name = collection instanceof Map ? collection.get('Ref') : collection;
  const parameter = parameters instanceof Map ? parameters.get(name) : undefined;
  const fallback = parameter instanceof Map ? parameter.get('Default') : undefined;
  return typeof fallback === 'string' ? fallback.split(',').length : 0;
}

// The templates of the shared folder are not part of the project: without them there is nothing to compare.
describe.skipIf(!present)('the foreign templates beside the project', () => {
  const files = present
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.(ya?ml|json|template)$/.test(file))
        .sort()
    : [];

  it.each(files)('%s: every resource appears, every diagnostic has a place', (file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    const result = translated(text, { file });
    const counted = countResources(decoded(file, text));
    // SAM makes several resources of one; none of its own types is left.
    if (!text.includes('AWS::Serverless::')) expect(result.resources.length).toBe(counted);
    else expect(result.resources.length).toBeGreaterThan(counted);
    expect(result.resources.filter(({ type }) => type.startsWith('AWS::Serverless::'))).toEqual([]);
    for (const { source } of result.diagnostics) {
      expect(source.file).toBe(file);
      expect(source.line).toBeGreaterThanOrEqual(1);
      expect(source.line).toBeLessThanOrEqual(text.split('\n').length);
    }
    const broken = result.diagnostics.filter((one) => one.code === 'yaml-syntax' || one.code === 'too-deep');
    expect(broken).toEqual([]);
  });
});
