import { listFact } from '../../catalog/combine-facts.ts';
import type { AnyDimension } from '../../model/dimension.ts';
import { bindFact, byDefault, type Fact, given, mapFact } from '../../model/fact.ts';
import type { AssetQuestions } from '../../model/knowledge.ts';
import type { Resource } from '../../model/resource.ts';
import type { Value } from '../../model/value.ts';
import { type Datum, type DatumMap, datumOf, datumOfAnswer, textDatum, textOfDatum } from './expression/values.ts';

/** Answers that expressions may ask of a resource; who may do what is asked by functions, which evaluate the policies. */
export const askedDimensions = [
  'placement',
  'runsAs',
  'endpoints',
  'encryptionAtRest',
  'encryptionInTransit',
  'logging',
  'recovery',
  'secretsInClear',
  'software',
  'principal',
  'publicAccessGate',
  'protections',
  'controlPlane',
  'workload',
  'holds',
  'settings',
  'forwards',
] as const satisfies readonly AnyDimension[];

/** The names that tell of one resource. */
export const resourceVariables = ['type', 'address', 'name', 'properties', 'tags'] as const;

/** What a resource is called and says, without any question to the system. */
export function resourceVariable(resource: Resource, name: (typeof resourceVariables)[number]): Fact<Datum> {
  switch (name) {
    case 'type':
      return given<Datum>(resource.type);
    case 'address':
      return given<Datum>(resource.address);
    case 'name':
      return given<Datum>(textDatum(resource.name));
    case 'properties':
      return datumOf(resource.properties);
    case 'tags':
      return tagsOf(resource);
  }
}

/** The resource as a member of a list: its names alone. */
export function resourceDatum(resource: Resource): Datum {
  return lazyMap(resourceVariables, (name) => resourceVariable(resource, name));
}

/** All answers about a resource, each asked when it is named. */
export function factsDatum(resource: Resource, ask: Pick<AssetQuestions, 'fact'>): Datum {
  return lazyMap(askedDimensions, (dimension) => datumOfAnswer(ask.fact(resource.id, dimension)));
}

/** A map of known keys whose values are made when they are asked for. */
export function lazyMap<K extends string>(keys: readonly K[], get: (key: K) => Fact<Datum>): DatumMap {
  const known = (key: string): key is K => keys.some((each) => each === key);
  const value = (key: string) => (known(key) ? get(key) : byDefault<Datum>(null));
  return { kind: 'map', keys, get: value, has: (key) => mapFact(value(key), (found) => found !== null) };
}

/** Tags by key, whichever of its ways the type writes them. */
function tagsOf({ properties }: Resource): Fact<Datum> {
  const stated: Value | undefined = properties.entries.get('Tags') ?? properties.entries.get('TagSet');
  return bindFact(datumOf(stated), (tags): Fact<Datum> => {
    if (tags === null || typeof tags !== 'object' || tags.kind !== 'list') return given(tags);
    const pairs = listFact(tags.items.map((item) => bindFact(item(), pairOf)));
    return mapFact(pairs, (list): Datum => {
      const byKey = new Map(list.flatMap((pair) => (pair === undefined ? [] : [[pair.key, pair.value] as const])));
      const map = lazyMap([...byKey.keys()], (key) => byKey.get(key) ?? byDefault<Datum>(null));
      return { ...map, ...(tags.open !== undefined && { open: tags.open }) };
    });
  });
}

interface Pair {
  readonly key: string;
  readonly value: Fact<Datum>;
}

function pairOf(tag: Datum): Fact<Pair | undefined> {
  if (tag === null || typeof tag !== 'object' || tag.kind !== 'map') return given(undefined);
  return mapFact(tag.get('Key'), (key) => {
    const [literal] = textOfDatum(key) ?? [];
    return typeof literal === 'string' ? { key: literal, value: tag.get('Value') } : undefined;
  });
}
