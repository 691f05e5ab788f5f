import { createRedaction, type Redaction } from '../../../catalog/redact-secrets.ts';
import { always } from '../../../model/guard.ts';
import { type DeploymentId, id, type ResourceId } from '../../../model/id.ts';
import type { Origin, OriginTable } from '../../../model/origin.ts';
import type { MapValue, Value } from '../../../model/value.ts';
import type { InputFile } from '../../input.ts';
import type { TerraformInstance, TerraformProvider } from '../instance.ts';
import { type JsonObject, listOf, objectOf, openJson, textOfKey } from '../json/entries.ts';
import { type DataPath, knownValue, type Told } from '../json/known-value.ts';
import { recordedValue, secretValue, shownSecret } from '../json/secret-attributes.ts';
import { textIn } from '../json/slices.ts';
import type { ReadInstances } from '../state.ts';
import { configured, type ModuleConfiguration, readConfiguration } from './configuration.ts';
import { withPolicyDocuments } from './policy-documents.ts';
import { planProviders } from './providers.ts';
import { secretSource } from './secret-source.ts';
import { instancesByBase, type PlannedEntry, unknownPart } from './unknown-part.ts';

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
  const slices = changes?.items ?? [];
  const known = dataEntries(json.parse(json.members.get('prior_state')));
  const planning: Planning = {
    deployment,
    configuration: readConfiguration(configuration),
    providers: planProviders(configuration, json.parse(json.members.get('variables')), top),
    instances: instancesByBase([
      ...slices.map((slice) => textIn(json.text, slice, 'address')),
      ...known.map(addressOf),
    ]),
    redaction: createRedaction(),
  };
  const instances = [
    ...slices.flatMap((slice): readonly TerraformInstance[] => {
      const entry = objectOf(json.parse(slice));
      return entry === undefined ? [] : plannedInstance(entry, json.originOf(slice), planning);
    }),
    ...known.flatMap((entry) => dataInstance(entry, top, planning)),
  ];
  return { instances: withPolicyDocuments(instances, deployment, origins), diagnostics: json.diagnostics };
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

function addressOf(entry: JsonObject): string | undefined {
  return textOfKey(entry, 'address');
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

function instanceOf(entry: JsonObject, told: Told, origin: Origin, planning: Planning): readonly TerraformInstance[] {
  const address = textOfKey(entry, 'address');
  const type = textOfKey(entry, 'type');
  if (address === undefined || type === undefined) return [];
  const resource = id<ResourceId>(`${planning.deployment}/${address}`);
  const own: PlannedEntry = { address, type, resource, origin };
  const value = knownValue(told, {
    type,
    origin,
    unknownAt: unknownPart(told.values, own, planning),
    secretAt: secretPart(told.values, own, planning),
  });
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

/** What stands for a secret: as much of it as the source itself would tell. */
function secretPart(
  values: unknown,
  { address, resource, origin }: PlannedEntry,
  { configuration, redaction }: Planning,
): (path: DataPath, data: unknown) => Value {
  const own = configured(configuration, address);
  return (path, data) => {
    // What only apply knows of is a source of its own; in data that is read, nothing is configured.
    const source = own === undefined ? undefined : secretSource(own, path, values, data);
    const value = secretValue(resource, path, origin);
    switch (source?.kind) {
      case 'constant':
        return shownSecret(data, origin, redaction) ?? value;
      case 'untold':
        return recordedValue(resource, path, origin, 'the Terraform source');
      case 'default':
        return { ...value, defaults: [source.variable] };
      default:
        return value;
    }
  };
}
