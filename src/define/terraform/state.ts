import type { Diagnostic } from '../../model/diagnostic.ts';
import { always } from '../../model/guard.ts';
import { type DeploymentId, id, type ResourceId } from '../../model/id.ts';
import type { Origin, OriginTable } from '../../model/origin.ts';
import type { MapValue, Value } from '../../model/value.ts';
import type { InputFile } from '../input.ts';
import type { TerraformInstance } from './instance.ts';
import { type JsonObject, listOf, objectOf, openJson, textOfKey } from './json/entries.ts';
import { knownValue } from './json/known-value.ts';
import { holdsNothing, isSecretAttribute, recordedValue } from './json/secret-attributes.ts';
import { itemsIn, membersIn } from './json/slices.ts';

/** What a plan or state holds. */
export interface ReadInstances {
  readonly instances: readonly TerraformInstance[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads a state (version 4): everything that it holds, with the values that were there at its last run. Sensitive values
 * are not read. https://developer.hashicorp.com/terraform/internals/json-format
 */
export function readState(input: InputFile, deployment: DeploymentId, origins: OriginTable): ReadInstances {
  const json = openJson(input, origins);
  const resources = json.members.get('resources');
  if (json.parse(json.members.get('version')) !== 4 || resources === undefined)
    return { instances: [], diagnostics: [notRead(input)] };
  const instances = itemsIn(json.text, resources).flatMap((slice): readonly TerraformInstance[] => {
    const members = membersIn(json.text, slice);
    const entry = objectOf(json.parse(slice));
    const list = members.get('instances');
    if (entry === undefined || list === undefined) return [];
    const origin = json.originOf(slice);
    return itemsIn(json.text, list).flatMap((each, at) => {
      const data = objectOf(listOf(entry['instances'])[at]);
      // What is deposed is to be deleted, and another one stands in its place.
      if (data === undefined || data['deposed'] !== undefined) return [];
      return stateInstance(entry, data, { deployment, origin: at === 0 ? origin : json.originOf(each) });
    });
  });
  return { instances, diagnostics: json.diagnostics };
}

interface Place {
  readonly deployment: DeploymentId;
  readonly origin: Origin;
}

function stateInstance(
  entry: JsonObject,
  data: JsonObject,
  { deployment, origin }: Place,
): readonly TerraformInstance[] {
  const mode = entry['mode'] === 'data' ? 'data' : 'managed';
  const type = textOfKey(entry, 'type');
  const name = textOfKey(entry, 'name');
  if (type === undefined || name === undefined) return [];
  const module = textOfKey(entry, 'module');
  const prefix = module === undefined ? '' : `${module}.`;
  const address = `${prefix}${mode === 'data' ? 'data.' : ''}${type}.${name}${indexText(data['index_key'])}`;
  const marked = new Set(listOf(data['sensitive_attributes']).map(sensitivePath));
  const resource = id<ResourceId>(`${deployment}/${address}`);
  const attributes = data['attributes'] ?? data['attributes_flat'] ?? {};
  const value = knownValue(attributes, origin, (path) => {
    if (path.length === 0) return undefined;
    const data = dataAt(attributes, path);
    const last = path.at(-1);
    const held = marked.has(JSON.stringify(path)) && !holdsNothing(data);
    if (held || (typeof last === 'string' && isSecretAttribute(last, type, data)))
      return recordedValue(resource, path, origin, 'the Terraform source, or a plan,');
    return last === 'user_data' && isDigest(data) ? userDataDigest(resource, origin) : undefined;
  });
  const empty: MapValue = { kind: 'map', entries: new Map(), origin };
  return [
    {
      address,
      mode,
      type,
      provider: { name: providerName(textOfKey(entry, 'provider') ?? '') },
      guard: always,
      attributes: value?.kind === 'map' ? value : empty,
      origin,
      aliases: [],
      dependsOn: [],
      preventDestroy: false,
    },
  ];
}

function dataAt(data: unknown, path: readonly (string | number)[]): unknown {
  let here = data;
  for (const step of path) here = (here as Readonly<Record<string | number, unknown>> | undefined)?.[step];
  return here;
}

/**
 * The provider kept a digest of user data in the state until version 6.
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/version-6-upgrade
 */
function isDigest(data: unknown): boolean {
  return typeof data === 'string' && /^[0-9a-f]{40}$/.test(data);
}

function userDataDigest(resource: ResourceId, origin: Origin): Value {
  const settledBy = `the user data of ${resource.slice(resource.indexOf('/') + 1)}, of which the state has a digest only`;
  return { kind: 'unknown', hole: { symbol: `digest:${resource}.user_data`, kind: 'expression', settledBy }, origin };
}

/** `[0]`, `["k"]`, or nothing. */
export function indexText(key: unknown): string {
  return typeof key === 'number' || typeof key === 'string' ? `[${JSON.stringify(key)}]` : '';
}

/** `[{"type": "get_attr", "value": "password"}]` as the path that it is, for comparison. */
function sensitivePath(steps: unknown): string {
  const path = listOf(steps).map((step) => {
    const value = objectOf(step)?.['value'];
    return objectOf(value)?.['value'] ?? value;
  });
  return JSON.stringify(path);
}

/** `module.a.provider["registry.terraform.io/hashicorp/aws"].west` is `aws.west`. */
function providerName(reference: string): string {
  const [, source = '', alias] = /provider\["?([^"\]]+)"?\](?:\.(\w+))?$/.exec(reference) ?? [];
  const short = source.split('/').at(-1) ?? '';
  return alias === undefined ? short : `${short}.${alias}`;
}

function notRead({ file }: InputFile): Diagnostic {
  const message = 'the state is not of version 4 or has no resources; bring it up to date with a current Terraform';
  return { level: 'error', code: 'terraform-state', message, source: { file, line: 1, column: 1, endLine: 1 } };
}
