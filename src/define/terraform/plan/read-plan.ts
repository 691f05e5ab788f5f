import { createRedaction, type Redaction } from '../../../catalog/redact-secrets.ts';
import { always } from '../../../model/guard.ts';
import { type DeploymentId, id, type ResourceId } from '../../../model/id.ts';
import type { Origin, OriginTable } from '../../../model/origin.ts';
import type { MapValue, Reference, Value } from '../../../model/value.ts';
import type { InputFile } from '../../input.ts';
import type { TerraformInstance, TerraformProvider } from '../instance.ts';
import { type JsonObject, listOf, objectOf, openJson, textOfKey } from '../json/entries.ts';
import { type Instead, knownValue } from '../json/known-value.ts';
import { holdsNothing, isSecretAttribute, recordedValue, secretValue, shownSecret } from '../json/secret-attributes.ts';
import { itemsIn } from '../json/slices.ts';
import type { ReadInstances } from '../state.ts';
import {
  configured,
  type ModuleConfiguration,
  modulePath,
  modulePrefix,
  readConfiguration,
  withoutIndex,
} from './configuration.ts';
import { planProviders } from './providers.ts';
import { isConfigured, isConfiguredAt, type PlanReference, referencesAt } from './references.ts';
import { type SecretSource, secretSource } from './secret-source.ts';

/** What is shared while the entries of a plan are read. */
interface Planning {
  readonly deployment: DeploymentId;
  readonly configuration: ModuleConfiguration;
  readonly providers: ReadonlyMap<string, TerraformProvider>;
  /** Addresses of all instances by what the configuration calls them. */
  readonly instances: ReadonlyMap<string, readonly string[]>;
  /** Secrets that stand in the configuration in clear are told by other words. */
  readonly redaction: Redaction;
}

/**
 * Reads a plan as `terraform show -json` prints it (format 1.x): what will be there once it is applied. Values that only
 * apply tells are unknown, with references to what the configuration makes them of; nothing is guessed from these.
 * https://developer.hashicorp.com/terraform/internals/json-format
 */
export function readPlan(input: InputFile, deployment: DeploymentId, origins: OriginTable): ReadInstances {
  const json = openJson(input, origins);
  const format = json.parse(json.members.get('format_version'));
  const changes = json.members.get('resource_changes');
  if (typeof format !== 'string' || !format.startsWith('1.') || json.members.get('planned_values') === undefined) {
    const message = 'the plan is not of format 1; write it with terraform show -json of a current Terraform';
    const source = { file: input.file, line: 1, column: 1, endLine: 1 };
    return { instances: [], diagnostics: [{ level: 'error', code: 'terraform-plan', message, source }] };
  }
  const top = origins.source(input.file, 1, 1, 1);
  const configuration = json.parse(json.members.get('configuration'));
  const slices = changes === undefined ? [] : itemsIn(json.text, changes);
  const entries = slices.flatMap((slice): readonly { readonly entry: JsonObject; readonly origin: Origin }[] => {
    const entry = objectOf(json.parse(slice));
    return entry === undefined ? [] : [{ entry, origin: json.originOf(slice) }];
  });
  const known = dataEntries(json.parse(json.members.get('prior_state')));
  const planning: Planning = {
    deployment,
    configuration: readConfiguration(configuration),
    providers: planProviders(configuration, json.parse(json.members.get('variables')), top),
    instances: byBase([...entries.map(({ entry }) => entry), ...known]),
    redaction: createRedaction(),
  };
  return {
    instances: [
      ...entries.flatMap(({ entry, origin }) => plannedInstance(entry, origin, planning)),
      ...known.flatMap((entry) => dataInstance(entry, top, planning)),
    ],
    diagnostics: json.diagnostics,
  };
}

/** Data sources that were read before, of all modules. */
function dataEntries(priorState: unknown): readonly JsonObject[] {
  const found: JsonObject[] = [];
  const open = [objectOf(objectOf(objectOf(priorState)?.['values'])?.['root_module'])];
  for (let module = open.pop(); module !== undefined; module = open.pop()) {
    for (const each of listOf(module['resources'])) {
      const entry = objectOf(each);
      if (entry?.['mode'] === 'data') found.push(entry);
    }
    for (const child of listOf(module['child_modules'])) {
      const inner = objectOf(child);
      if (inner !== undefined) open.push(inner);
    }
  }
  return found.sort((a, b) => (String(a['address']) < String(b['address']) ? -1 : 1));
}

function byBase(entries: readonly JsonObject[]): ReadonlyMap<string, readonly string[]> {
  const instances = new Map<string, string[]>();
  for (const entry of entries) {
    const address = textOfKey(entry, 'address');
    if (address === undefined) continue;
    const key = baseKey(modulePath(address), withoutIndex(address.slice(modulePrefix(address).length)));
    const known = instances.get(key);
    if (known === undefined) instances.set(key, [address]);
    else known.push(address);
  }
  return instances;
}

/** What a change leaves behind: nothing of what it deletes; what Terraform only forgets stays as it was. */
function plannedInstance(entry: JsonObject, origin: Origin, planning: Planning): readonly TerraformInstance[] {
  const change = objectOf(entry['change']);
  const actions = listOf(change?.['actions']);
  if (change === undefined || entry['deposed'] !== undefined) return [];
  if (actions.length === 1 && actions[0] === 'delete') return [];
  const forgotten = actions.length === 1 && actions[0] === 'forget';
  const data = forgotten
    ? { values: change['before'], unknown: false, sensitive: change['before_sensitive'] }
    : { values: change['after'], unknown: change['after_unknown'], sensitive: change['after_sensitive'] };
  return instanceOf(entry, data, origin, planning);
}

function dataInstance(entry: JsonObject, origin: Origin, planning: Planning): readonly TerraformInstance[] {
  const data = { values: entry['values'], unknown: false, sensitive: entry['sensitive_values'] };
  return instanceOf(entry, data, origin, planning);
}

/** The three trees in which a plan tells values. */
interface Told {
  readonly values: unknown;
  readonly unknown: unknown;
  readonly sensitive: unknown;
}

function instanceOf(entry: JsonObject, told: Told, origin: Origin, planning: Planning): readonly TerraformInstance[] {
  const address = textOfKey(entry, 'address');
  const type = textOfKey(entry, 'type');
  if (address === undefined || type === undefined) return [];
  const resource = id<ResourceId>(`${planning.deployment}/${address}`);
  const value = knownValue(
    withUnknowns(told.values, told.unknown),
    origin,
    insteadOf(told, { address, type, resource, origin }, planning),
  );
  const empty: MapValue = { kind: 'map', entries: new Map(), origin };
  const provider = planning.providers.get(configured(planning.configuration, address)?.providerKey ?? '');
  const earlier = textOfKey(entry, 'previous_address');
  return [
    {
      address,
      mode: entry['mode'] === 'data' ? 'data' : 'managed',
      type,
      provider: provider ?? { name: (textOfKey(entry, 'provider_name') ?? '').split('/').at(-1) ?? '' },
      guard: always,
      attributes: value?.kind === 'map' ? value : empty,
      origin,
      aliases: earlier === undefined ? [] : [earlier],
      dependsOn: [],
      preventDestroy: false,
    },
  ];
}

/** A plan leaves unknown values out of the known ones: their places are put back, as null. */
function withUnknowns(values: unknown, unknown: unknown): unknown {
  if (!holdsTrue(unknown)) return values ?? null;
  if (Array.isArray(unknown) && (Array.isArray(values) || values === undefined || values === null)) {
    const list = listOf(values);
    const length = Math.max(list.length, unknown.length);
    return Array.from({ length }, (_, at) => withUnknowns(list[at], unknown[at]));
  }
  const unknowns = objectOf(unknown);
  if (unknowns === undefined) return values ?? null;
  const known = objectOf(values);
  if (known === undefined && values !== undefined && values !== null) return values;
  const keys = [
    ...Object.keys(known ?? {}),
    ...Object.keys(unknowns).filter((key) => !Object.hasOwn(known ?? {}, key)),
  ];
  return Object.fromEntries(keys.map((key) => [key, withUnknowns(known?.[key], unknowns[key])]));
}

/** Is anything marked in a tree of marks? */
function holdsTrue(marks: unknown): boolean {
  if (typeof marks !== 'object' || marks === null) return marks === true;
  return Object.values(marks).some(holdsTrue);
}

interface Entry {
  readonly address: string;
  readonly type: string;
  readonly resource: ResourceId;
  readonly origin: Origin;
}

function insteadOf(told: Told, entry: Entry, planning: Planning): Instead {
  const configuration = configured(planning.configuration, entry.address);
  return (path) => {
    const [argument, ...rest] = path;
    if (argument === undefined) return undefined;
    const last = path.at(-1);
    if (at(told.unknown, path) === true) {
      // What the provider decides is no argument: it is told by nobody, and no property.
      if (configuration === undefined || !isConfigured(configuration, String(argument)))
        return rest.length === 0 ? 'nothing' : unknownAt(entry, path, []);
      if (!isConfiguredAt(configuration, path, (each) => listOf(at(told.values, each)).length)) return 'nothing';
      return unknownAt(entry, path, referencesOf(path, configuration, { ...entry, planned: told.values }, planning));
    }
    const data = at(told.values, path);
    const marked = at(told.sensitive, path) === true && !holdsNothing(data);
    if (!marked && !(typeof last === 'string' && isSecretAttribute(last, entry.type, data))) return undefined;
    // What only apply knows of is a source of its own; in data that is read, nothing is configured.
    const source = configuration === undefined ? undefined : secretSource(configuration, path, told.values, data);
    return secretFrom(source ?? { kind: 'elsewhere' }, data, { ...entry, path }, planning);
  };
}

/** What stands for a secret: as much of it as the source itself would tell. */
function secretFrom(
  source: SecretSource,
  data: unknown,
  { resource, path, origin }: Entry & { readonly path: readonly (string | number)[] },
  { redaction }: Planning,
): Value {
  if (source.kind === 'constant') return shownSecret(data, origin, redaction) ?? secretValue(resource, path, origin);
  if (source.kind === 'untold') return recordedValue(resource, path, origin, 'the Terraform source');
  const value = secretValue(resource, path, origin);
  return source.kind === 'default' ? { ...value, defaults: [source.variable] } : value;
}

function at(data: unknown, path: readonly (string | number)[]): unknown {
  let here = data;
  for (const step of path) {
    if (here === true) return true;
    here = Array.isArray(here) ? here[Number(step)] : objectOf(here)?.[String(step)];
  }
  return here;
}

/** Known after apply, and what it will be made of. */
function unknownAt(
  { address, resource, origin }: Entry,
  path: readonly (string | number)[],
  refs: readonly Reference[],
): Value {
  const name = path.join('.');
  const settledBy = `${address}.${name}, known after apply`;
  const hole = { symbol: `planned:${resource}.${name}`, kind: 'attribute', settledBy } as const;
  return { kind: 'unknown', hole, origin, ...(refs.length > 0 && { refs }) };
}

function referencesOf(
  path: readonly (string | number)[],
  configuration: NonNullable<ReturnType<typeof configured>>,
  { address, planned }: Entry & { readonly planned: unknown },
  planning: Planning,
): readonly Reference[] {
  return referencesAt(configuration, path, planned).flatMap((reference) =>
    instancesOf(reference, address, planning).map(
      (target): Reference => ({
        resource: id<ResourceId>(`${planning.deployment}/${target}`),
        attribute: reference.attribute ?? 'id',
      }),
    ),
  );
}

/** The instances that a reference may mean: those of the same module instance, else those of all; one with a fixed index. */
function instancesOf({ module, resource }: PlanReference, from: string, { instances }: Planning): readonly string[] {
  const base = withoutIndex(resource);
  const all = instances.get(baseKey(module, base)) ?? [];
  const prefix = modulePrefix(from);
  const near = modulePath(from) === module ? all.filter((each) => modulePrefix(each) === prefix) : all;
  return base === resource ? near : near.filter((each) => each.endsWith(resource));
}

function baseKey(module: string, resource: string): string {
  return `${module} ${resource}`;
}
