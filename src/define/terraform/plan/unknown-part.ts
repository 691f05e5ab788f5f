import { type DeploymentId, id, type ResourceId } from '../../../model/id.ts';
import type { Origin } from '../../../model/origin.ts';
import type { Hole } from '../../../model/text.ts';
import type { Reference, Value } from '../../../model/value.ts';
import { attributeReference } from '../instance.ts';
import { type JsonObject, listOf, objectOf } from '../json/entries.ts';
import type { DataPath } from '../json/known-value.ts';
import { isSecretAttribute, secretValue } from '../json/secret-attributes.ts';
import {
  type ConfiguredResource,
  configured,
  type ModuleConfiguration,
  modulePath,
  modulePrefix,
  withoutIndex,
} from './configuration.ts';
import {
  isConfigured,
  isConfiguredAt,
  isExpression,
  type PlanReference,
  singleReferences,
  sourcesOf,
  writtenAt,
} from './references.ts';

/** An entry of a plan, for what stands in place of its unknown parts. */
export interface PlannedEntry {
  readonly address: string;
  /** Terraform type. */
  readonly type: string;
  readonly resource: ResourceId;
  readonly origin: Origin;
}

/** What entries of a plan share that their references are followed with. */
export interface Following {
  readonly deployment: DeploymentId;
  readonly configuration: ModuleConfiguration;
  /** Addresses of all instances by what the configuration calls them, as `instancesByBase` makes them. */
  readonly instances: ReadonlyMap<string, readonly string[]>;
}

/** Addresses of instances by module and address in the configuration, which has no indices. */
export function instancesByBase(addresses: readonly (string | undefined)[]): Following['instances'] {
  const instances = new Map<string, string[]>();
  for (const address of addresses) {
    if (address === undefined) continue;
    const key = baseKey(modulePath(address), withoutIndex(address.slice(modulePrefix(address).length)));
    const known = instances.get(key);
    if (known === undefined) instances.set(key, [address]);
    else known.push(address);
  }
  return instances;
}

function baseKey(module: string, resource: string): string {
  return `${module} ${resource}`;
}

/**
 * What stands for parts that apply decides: what the configuration makes them of, where it says something of them.
 * `values` are those of the entry that are known.
 */
export function unknownPart(
  values: unknown,
  entry: PlannedEntry,
  following: Following,
): (path: DataPath) => Value | undefined {
  const configuration = configured(following.configuration, entry.address);
  return (path) => {
    // What the provider decides is no argument: it is told by nobody, and no property.
    if (configuration === undefined || !isConfigured(configuration, String(path[0])))
      return path.length === 1 ? undefined : { kind: 'unknown', hole: holeAt(entry, path), origin: entry.origin };
    if (!isConfiguredAt(configuration, path, (each) => listOf(at(values, each)).length)) return undefined;
    const { written, isAround } = writtenAt(configuration.expressions, path, values);
    const writing = { entry, configuration, following };
    const member = memberOf(written, at(values, path.slice(0, -1)), path, writing);
    if (member !== undefined) return member;
    return isAround ? madeOf(written, path, writing) : writtenValue(written, path, writing);
  };
}

function at(data: unknown, path: DataPath): unknown {
  let here = data;
  for (const step of path) here = Array.isArray(here) ? here[Number(step)] : objectOf(here)?.[String(step)];
  return here;
}

/**
 * A member of a list of which as many are not known as the expression has references: each of them is made of one.
 */
function memberOf(written: unknown, list: unknown, path: DataPath, writing: Writing): Value | undefined {
  const index = path.at(-1);
  if (typeof index !== 'number' || !Array.isArray(list) || !isExpression(written)) return undefined;
  const { entry, configuration, following } = writing;
  const references = singleReferences(written, configuration.module);
  const open = list.flatMap((value, at) => (value === null ? [at] : []));
  const reference = references?.[open.indexOf(index)];
  if (reference === undefined || references?.length !== open.length) return undefined;
  const [only, ...more] = referencesOf([reference], entry.address, following);
  return only === undefined || more.length > 0 ? undefined : referring([only], path, writing);
}

interface Writing {
  readonly entry: PlannedEntry;
  readonly configuration: ConfiguredResource;
  readonly following: Following;
}

/**
 * What the configuration writes at a place of which the plan knows nothing: blocks with their constants and references, or
 * an expression. Dynamic blocks are not in the configuration of a plan, so that lists of blocks may go on.
 */
function writtenValue(written: unknown, path: DataPath, writing: Writing): Value {
  const { origin } = writing.entry;
  if (Array.isArray(written) && written.every((block) => objectOf(block) !== undefined)) {
    const items = written.map((block, at) => blockValue(objectOf(block) ?? {}, [...path, at], writing));
    return { kind: 'list', items, origin, open: holeAt(writing.entry, path) };
  }
  const object = objectOf(written);
  if (object !== undefined && !isExpression(object) && Object.keys(object).length > 0)
    return blockValue(object, path, writing);
  return madeOf(written, path, writing);
}

function blockValue(block: JsonObject, path: DataPath, writing: Writing): Value {
  const { origin, resource, type } = writing.entry;
  const entries = Object.entries(block).flatMap(([name, written]): readonly (readonly [string, Value])[] => {
    const expression = objectOf(written);
    if (expression !== undefined && 'constant_value' in expression) {
      const data = expression['constant_value'];
      const value = isSecretAttribute(name, type, data)
        ? secretValue(resource, [...path, name], origin)
        : constantValue(data, origin);
      return value === undefined ? [] : [[name, value]];
    }
    return [[name, writtenValue(written, [...path, name], writing)]];
  });
  return { kind: 'map', entries: new Map(entries), origin };
}

function constantValue(data: unknown, origin: Origin): Value | undefined {
  if (typeof data === 'string' || typeof data === 'number' || typeof data === 'boolean')
    return { kind: 'literal', value: data, origin };
  const given = (item: unknown) => constantValue(item, origin);
  if (Array.isArray(data)) return { kind: 'list', items: data.flatMap((item) => given(item) ?? []), origin };
  const object = objectOf(data);
  if (object === undefined) return undefined;
  const entries = Object.entries(object).flatMap(([key, item]): readonly (readonly [string, Value])[] => {
    const value = given(item);
    return value === undefined ? [] : [[key, value]];
  });
  return { kind: 'map', entries: new Map(entries), origin };
}

/** Known after apply, and what it will be made of. */
function madeOf(expression: unknown, path: DataPath, { entry, configuration, following }: Writing): Value {
  const { origin } = entry;
  const sources = sourcesOf(expression, configuration.module);
  const refs = referencesOf(sources.references, entry.address, following);
  if (refs.length < 2 || !sources.complete || !isSeveral(path, refs))
    return referring(refs, path, { entry, configuration, following });
  const hole = holeAt(entry, path);
  const items = refs.map((ref, at): Value => {
    const member = holeAt(entry, [...path, at]);
    return { kind: 'unknown', hole: member, origin, refs: [ref] };
  });
  // Constants beside the references are not in the configuration of a plan.
  return { kind: 'list', items, origin, open: hole };
}

function referring(refs: readonly Reference[], path: DataPath, { entry, following }: Writing): Value {
  const [only, more] = refs;
  const { origin } = entry;
  if (only !== undefined && more === undefined && isDocument(only, following))
    return attributeReference(only.resource, only.attribute, origin);
  return { kind: 'unknown', hole: holeAt(entry, path), origin, ...(refs.length > 0 && { refs }) };
}

/** The text of a policy document is taken as it is: a part of one would be no document. */
function isDocument({ resource, attribute }: Reference, { deployment }: Following): boolean {
  const address = resource.slice(deployment.length + 1);
  const isPolicy = address.slice(modulePrefix(address).length).startsWith('data.aws_iam_policy_document.');
  return isPolicy && /^(minified_)?json$/.test(attribute);
}

/**
 * Does an attribute hold several of what it refers to? Its name says so, and all are the same attribute of different
 * resources: what is chosen or computed among them would need a condition, which is a reference of another kind.
 */
function isSeveral(path: DataPath, refs: readonly Reference[]): boolean {
  const name = path.findLast((step) => typeof step === 'string');
  if (typeof name !== 'string' || typeof path.at(-1) !== 'string') return false;
  const isPlural = /(s|_list|_set)$/.test(name) && !/(ss|us|as)$/.test(name);
  const different = new Set(refs.map(({ resource }) => resource)).size === refs.length;
  return isPlural && different && new Set(refs.map(({ attribute }) => attribute)).size === 1;
}

function holeAt({ address, resource }: PlannedEntry, path: DataPath): Hole {
  const name = path.join('.');
  const settledBy = `${address}.${name}, known after apply`;
  return { symbol: `planned:${resource}.${name}`, kind: 'attribute', settledBy };
}

function referencesOf(
  references: readonly PlanReference[],
  address: string,
  following: Following,
): readonly Reference[] {
  return references.flatMap(({ module, resource, attribute }) =>
    instancesOf(module, resource, address, following).map(
      (target): Reference => ({
        resource: id<ResourceId>(`${following.deployment}/${target}`),
        attribute: attribute ?? 'id',
      }),
    ),
  );
}

/** The instances that a reference may mean: those of the same module instance, else those of all; one with a fixed index. */
function instancesOf(module: string, resource: string, from: string, { instances }: Following): readonly string[] {
  const base = withoutIndex(resource);
  const all = instances.get(baseKey(module, base)) ?? [];
  const prefix = modulePrefix(from);
  const near = modulePath(from) === module ? all.filter((each) => modulePrefix(each) === prefix) : all;
  return base === resource ? near : near.filter((each) => each.endsWith(resource));
}
