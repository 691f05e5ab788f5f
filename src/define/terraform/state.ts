import type { Diagnostic } from '../../model/diagnostic.ts';
import { always } from '../../model/guard.ts';
import { type DeploymentId, id, type ResourceId } from '../../model/id.ts';
import type { Origin, OriginTable } from '../../model/origin.ts';
import type { MapValue, Value } from '../../model/value.ts';
import type { InputFile } from '../input.ts';
import type { TerraformInstance } from './instance.ts';
import { type JsonObject, listOf, objectOf, openJson, textOfKey } from './json/entries.ts';
import { knownValue } from './json/known-value.ts';
import { recordedValue } from './json/secret-attributes.ts';
import { membersIn } from './json/slices.ts';

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
  const instances = (resources.items ?? []).flatMap((slice): readonly TerraformInstance[] => {
    const entry = objectOf(json.parse(slice));
    const origin = json.originOf(slice);
    const list = listOf(entry?.['instances']);
    const slices = list.length > 1 ? membersIn(json.text, slice).get('instances')?.items : undefined;
    return list.flatMap((each, at) => {
      const data = objectOf(each);
      const own = at === 0 ? undefined : slices?.[at];
      // What is deposed is to be deleted, and another one stands in its place.
      if (entry === undefined || data === undefined || data['deposed'] !== undefined) return [];
      return stateInstance(entry, data, { deployment, origin: own === undefined ? origin : json.originOf(own) });
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
  const resource = id<ResourceId>(`${deployment}/${address}`);
  const value = knownValue(
    {
      values: data['attributes'] ?? data['attributes_flat'] ?? {},
      unknown: false,
      sensitive: marksOf(listOf(data['sensitive_attributes']).map(sensitivePath)),
    },
    {
      type,
      origin,
      unknownAt: () => undefined,
      secretAt: (path) => recordedValue(resource, path, origin, 'the Terraform source, or a plan,'),
      insteadOf: (path, data) =>
        path.at(-1) === 'user_data' && isDigest(data) ? userDataDigest(resource, origin) : undefined,
    },
  );
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

/** `[{"type": "get_attr", "value": "password"}]` as the path that it is. */
function sensitivePath(steps: unknown): readonly unknown[] {
  return listOf(steps).map((step) => {
    const value = objectOf(step)?.['value'];
    return objectOf(value)?.['value'] ?? value;
  });
}

/** Paths as the tree of marks that a plan has. */
function marksOf(paths: readonly (readonly unknown[])[]): unknown {
  const below = new Map<string, (readonly unknown[])[]>();
  for (const [step, ...rest] of paths) {
    if (typeof step !== 'string' && typeof step !== 'number') continue;
    const known = below.get(String(step));
    if (known === undefined) below.set(String(step), [rest]);
    else known.push(rest);
  }
  return Object.fromEntries(
    [...below].map(([step, rests]) => [step, rests.some((rest) => rest.length === 0) || marksOf(rests)]),
  );
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
