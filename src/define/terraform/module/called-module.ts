import { isPossible } from '../../../model/guard.ts';
import type { Origin } from '../../../model/origin.ts';
import type { Value } from '../../../model/value.ts';
import type { InputFile } from '../../input.ts';
import { localPath } from '../../local-path.ts';
import { type Lookup, type Run, report, type Scope } from '../expression/scope.ts';
import { failure } from '../expression/special.ts';
import type { AccessStep, Attribute, Block } from '../hcl/syntax.ts';
import type { TerraformProvider } from '../instance.ts';
import { type Configuration, isConfiguration, readConfiguration } from './configuration.ts';
import { type Expansion, memberScope } from './expansion.ts';
import { type CalledModule, guardWithin, type ModuleInstance, moduleScope, within } from './module-instance.ts';
import { providerName } from './provider.ts';

/** Modules in each other. */
const MOST_MODULES_DEEP = 20;
/** Module instances of one root module. */
const MOST_MODULES = 5_000;

/** Arguments of a module call that are not variables. */
const metaArguments: ReadonlySet<string> = new Set([
  'source',
  'version',
  'providers',
  'count',
  'for_each',
  'depends_on',
]);

type LookupFunction = (
  module: ModuleInstance,
  name: string,
  steps: readonly AccessStep[],
  scope: Scope,
  origin: Origin,
) => Lookup;

/** What all evaluations share about modules: parsed folders, and how many instances there are. */
export interface ModuleStore {
  readonly configurations: Map<string, Configuration>;
  readonly installed: ReadonlyMap<string, string>;
  readonly missing: Set<string>;
  instances: number;
}

const stores = new WeakMap<Run, ModuleStore>();

/** The store of a run, made at its first use. */
export function storeOf(run: Run): ModuleStore {
  const known = stores.get(run);
  if (known !== undefined) return known;
  const store: ModuleStore = {
    configurations: new Map(),
    installed: installedModules(run),
    missing: new Set(),
    instances: 0,
  };
  stores.set(run, store);
  return store;
}

/** Opens every member of a module call. */
export function openModules(
  module: ModuleInstance,
  name: string,
  block: Block,
  expansion: Expansion,
  lookup: LookupFunction,
): readonly CalledModule[] {
  const callPath = module.callPath === '' ? name : `${module.callPath}.${name}`;
  const configuration = configurationOf(module, callPath, block);
  const store = storeOf(module.run);
  const room = Math.max(0, MOST_MODULES - store.instances);
  if (expansion.members.length > room) {
    const message = `there are over ${MOST_MODULES} modules; the rest is left out`;
    report(module.run, 'error', 'too-many-instances', message, block.origin);
  }
  return expansion.members.slice(0, room).map((member): CalledModule => {
    const address = within(module, `module.${name}`) + member.label;
    const guard = guardWithin(module, member);
    const called: CalledModule = { member, address, guard, block };
    if (configuration === undefined || !isPossible(guard)) return called;
    store.instances += 1;
    const scope = memberScope(moduleScope(module), member);
    const args = new Map([...block.body.attributes].filter(([key]) => !metaArguments.has(key)));
    const opening = { module, address, guard, callPath, configuration, args, scope, block };
    return { ...called, instance: instanceOf(opening, lookup) };
  });
}

interface Opening {
  readonly module: ModuleInstance;
  readonly address: string;
  readonly guard: CalledModule['guard'];
  readonly callPath: string;
  readonly configuration: Configuration;
  readonly args: ReadonlyMap<string, Attribute>;
  readonly scope: Scope;
  readonly block: Block;
}

function instanceOf(opening: Opening, lookup: LookupFunction): ModuleInstance {
  const { module, address, guard, callPath, configuration, args, scope, block } = opening;
  const passed = passedProviders(block, module);
  const instance: ModuleInstance = {
    address,
    folder: configuration.folder,
    configuration,
    guard,
    chain: [...module.chain, configuration.folder],
    callPath,
    call: { arguments: args, scope },
    given: new Map(),
    run: module.run,
    provider: (name) => passed.get(name) ?? module.provider(name),
    values: new Map(),
    expansions: new Map(),
    resources: new Map(),
    modules: new Map(),
    lookup: (name, steps, inner, origin) => lookup(instance, name, steps, inner, origin),
  };
  return instance;
}

/** `providers = { aws = aws.west }`. */
function passedProviders(block: Block, module: ModuleInstance): ReadonlyMap<string, TerraformProvider> {
  const passed = new Map<string, TerraformProvider>();
  const value = block.body.attributes.get('providers')?.value;
  if (value?.kind !== 'object') return passed;
  for (const item of value.items) {
    const [inside, outside] = [providerName(item.key), providerName(item.value)];
    if (inside !== undefined && outside !== undefined) passed.set(inside, module.provider(outside));
  }
  return passed;
}

/** The module's declarations; undefined, and reported, when they are not on disk or contain themselves. */
function configurationOf(module: ModuleInstance, callPath: string, block: Block): Configuration | undefined {
  const { run } = module;
  const source = block.body.attributes.get('source')?.value;
  const written = source?.kind === 'literal' && typeof source.value === 'string' ? source.value : '';
  const origin = block.body.attributes.get('source')?.origin ?? block.origin;
  const what = `module ${callPath}`;
  const local = written.startsWith('./') || written.startsWith('../');
  const folder = local ? (localFolder(module.folder, written) ?? 'outside') : storeOf(run).installed.get(callPath);
  if (folder === 'outside') {
    report(
      run,
      'error',
      'path-escape',
      `${what}: ${written} is outside the folder of the input; it is not read`,
      origin,
    );
    return undefined;
  }
  const configuration = folder === undefined ? undefined : folderConfiguration(folder, run);
  if (configuration === undefined || folder === undefined) {
    const message = `${what}: its source ${written || '(none)'} is not on disk, so what it makes is not modelled; run terraform init below the input, or give a plan`;
    report(run, 'warning', 'missing-module', message, origin);
    return undefined;
  }
  if (module.chain.includes(folder) || module.chain.length > MOST_MODULES_DEEP) {
    report(
      run,
      'error',
      'cyclic-module',
      `${what} contains itself: ${[...module.chain, folder].map((one) => one || '.').join(' -> ')}`,
      origin,
    );
    return undefined;
  }
  return configuration;
}

/** As `localPath`, with `''` for the root of the input. */
export function localFolder(from: string, path: string): string | undefined {
  const inside = localPath(from === '' ? 'root' : `root/${from}`, path);
  if (inside === undefined || (inside !== 'root' && !inside.startsWith('root/'))) return undefined;
  return inside.slice('root/'.length);
}

function folderConfiguration(folder: string, run: Run): Configuration | undefined {
  const { configurations, missing } = storeOf(run);
  const known = configurations.get(folder);
  if (known !== undefined || missing.has(folder)) return known;
  const names = run.files.list(folder).filter(isConfiguration);
  const files = names.flatMap((name): readonly InputFile[] => {
    const read = run.files.read(folder === '' ? name : `${folder}/${name}`);
    return read.kind === 'file' ? [read.input] : [];
  });
  if (files.length === 0) {
    missing.add(folder);
    return undefined;
  }
  const configuration = readConfiguration(folder, files, run.context.origins, run.diagnostics);
  configurations.set(folder, configuration);
  return configuration;
}

/** Where `terraform init` has put modules, by their keys: `.terraform/modules/modules.json`. */
function installedModules(run: Run): ReadonlyMap<string, string> {
  const path = localPath(run.source.folder, '.terraform/modules/modules.json');
  const read = path === undefined ? undefined : run.files.read(path);
  const result = new Map<string, string>();
  if (read?.kind !== 'file') return result;
  for (const entry of entriesOf(read.input.text)) {
    const folder = localFolder(run.source.folder, entry.dir);
    if (folder !== undefined) result.set(entry.key, folder);
  }
  return result;
}

function entriesOf(text: string): readonly { readonly key: string; readonly dir: string }[] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return [];
  }
  const list = isRecord(json) ? json.Modules : undefined;
  return (Array.isArray(list) ? list : []).flatMap((entry: unknown) =>
    isRecord(entry) && typeof entry.Key === 'string' && typeof entry.Dir === 'string'
      ? [{ key: entry.Key, dir: entry.Dir }]
      : [],
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An output's value in the mode of whoever asks. */
export function outputValue(instance: ModuleInstance, name: string, scope: Scope): Value {
  const block = instance.configuration.outputs.get(name);
  const attribute = block?.body.attributes.get('value');
  if (block === undefined || attribute === undefined)
    return failure('unknown-reference', `the output ${name} has no value`, block?.origin ?? (0 as Origin));
  return scope.run.evaluate(attribute.value, moduleScope(instance, scope.mode));
}
