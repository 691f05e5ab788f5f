import { type JsonObject, listOf, objectOf, textOfKey } from '../json/entries.ts';

/** What the configuration in a plan says of one resource: which provider makes it, and what its arguments refer to. */
export interface ConfiguredResource {
  readonly providerKey: string;
  /** Expressions by argument, as the plan has them. */
  readonly expressions: JsonObject;
  /** The module that it stands in, by its path without indices. */
  readonly module: ModuleConfiguration;
}

/** A module of the configuration with its calls. */
export interface ModuleConfiguration {
  /** `a.b`; `''` for the root. */
  readonly path: string;
  readonly parent?: ModuleConfiguration;
  /** The expressions that the parent passes. */
  readonly passed: JsonObject;
  /** What it declares of its variables, with their defaults. */
  readonly variables: JsonObject;
  readonly outputs: JsonObject;
  readonly calls: ReadonlyMap<string, ModuleConfiguration>;
  readonly resources: ReadonlyMap<string, ConfiguredResource>;
}

/** Modules deeper than this are not followed: Terraform itself has no use for them. */
const MOST_DEPTH = 64;

/** The `configuration` of a plan. https://developer.hashicorp.com/terraform/internals/json-format#configuration-representation */
export function readConfiguration(data: unknown): ModuleConfiguration {
  return moduleOf(objectOf(objectOf(data)?.['root_module']) ?? {}, '', {}, undefined, 0);
}

function moduleOf(
  data: JsonObject,
  path: string,
  passed: JsonObject,
  parent: ModuleConfiguration | undefined,
  depth: number,
): ModuleConfiguration {
  const calls = new Map<string, ModuleConfiguration>();
  const resources = new Map<string, ConfiguredResource>();
  const module: ModuleConfiguration = {
    path,
    passed,
    variables: objectOf(data['variables']) ?? {},
    outputs: objectOf(data['outputs']) ?? {},
    calls,
    resources,
    ...(parent !== undefined && { parent }),
  };
  for (const each of listOf(data['resources'])) {
    const entry = objectOf(each);
    const address = textOfKey(entry, 'address');
    if (address === undefined) continue;
    const expressions = objectOf(entry?.['expressions']) ?? {};
    resources.set(address, { providerKey: textOfKey(entry, 'provider_config_key') ?? '', expressions, module });
  }
  for (const [name, each] of Object.entries(objectOf(data['module_calls']) ?? {})) {
    const call = objectOf(each);
    const inner = objectOf(call?.['module']);
    if (inner === undefined || depth > MOST_DEPTH) continue;
    const innerPath = path === '' ? name : `${path}.${name}`;
    calls.set(name, moduleOf(inner, innerPath, objectOf(call?.['expressions']) ?? {}, module, depth + 1));
  }
  return module;
}

/** The module of the configuration that an address stands in, and the address within it without indices. */
export function configured(root: ModuleConfiguration, address: string): ConfiguredResource | undefined {
  let module: ModuleConfiguration | undefined = root;
  let rest = address;
  for (let match = moduleStep.exec(rest); match !== null; match = moduleStep.exec(rest)) {
    module = module?.calls.get(match[1] ?? '');
    rest = rest.slice(match[0].length);
  }
  return module?.resources.get(withoutIndex(rest));
}

const moduleStep = /^module\.([\w-]+)(?:\[(?:\d+|"(?:[^"\\]|\\.)*")\])?\./;

/** The prefix of an address that names its module: `module.a["k"].`, or nothing. */
export function modulePrefix(address: string): string {
  if (!address.startsWith('module.')) return '';
  let rest = address;
  for (let match = moduleStep.exec(rest); match !== null; match = moduleStep.exec(rest))
    rest = rest.slice(match[0].length);
  return address.slice(0, address.length - rest.length);
}

/** The path of the module that an address stands in, without indices, as the configuration has it. */
export function modulePath(address: string): string {
  if (!address.startsWith('module.')) return '';
  return [...modulePrefix(address).matchAll(/module\.([\w-]+)(?:\[(?:\d+|"(?:[^"\\]|\\.)*")\])?\./g)]
    .map(([, name]) => name)
    .join('.');
}

/** An address without the index of its instance. */
export function withoutIndex(address: string): string {
  if (!address.endsWith(']')) return address;
  return address.replace(/\[(?:\d+|"(?:[^"\\]|\\.)*")\]$/, '');
}
