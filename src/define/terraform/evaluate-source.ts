import { isPossible } from '../../model/guard.ts';
import type { Value } from '../../model/value.ts';
import type { InputFile } from '../input.ts';
import { knownData, knownDataAttributes } from './data/known-data.ts';
import { createRun } from './expression/create-run.ts';
import { type Run, report, type Scope } from './expression/scope.ts';
import type { Block } from './hcl/syntax.ts';
import type { TerraformInstance, TerraformProvider } from './instance.ts';
import { acceptancesOf } from './module/acceptances.ts';
import { blockTypes } from './module/body-value.ts';
import { outputValue } from './module/called-module.ts';
import { readConfiguration } from './module/configuration.ts';
import { givenVariables } from './module/given-variables.ts';
import { calledModules, instancesOf, lookup } from './module/lookup.ts';
import { type CalledModule, type ModuleInstance, moduleScope, within } from './module/module-instance.ts';
import { addressText, aliasesOf, type Move, movesOf } from './module/moved.ts';
import { providerOf } from './module/provider.ts';
import type { ResourceInstance } from './module/resource-instance.ts';
import { settled } from './module/settle.ts';
import { converted } from './module/type-constraint.ts';
import { variableOf, variableUse } from './module/variable.ts';
import type { EvaluatedSource, LocalFiles, MissingModule, SourceContext, TerraformSource } from './source.ts';

/** Instances of one root module; the rest of a larger one is left out and told. */
const MOST_INSTANCES = 20_000;

/**
 * Evaluates the source of a root module with the local modules below it, as Terraform would with what is known before
 * apply. Nothing is downloaded or run. Broken parts are diagnostics, and the rest is still modelled.
 */
export function evaluateSource(source: TerraformSource, context: SourceContext): EvaluatedSource {
  const filesRead = new Map<string, InputFile>();
  const run = createRun(source, context, remembering(context.files, filesRead));
  const root = rootModule(source, run);
  const found: Found = { instances: [], missing: [], moves: [] };
  collectModule(root, found);
  const moves = found.moves;
  const instances = found.instances.map((instance) => ({ ...instance, aliases: aliasesOf(instance.address, moves) }));
  const scope = moduleScope(root);
  const statePlace = statePlaceOf(root);
  return {
    instances,
    outputs: outputsOf(root, scope),
    parameters: [...root.configuration.variables].map(([name, block]) => {
      const variable = variableOf(name, block);
      const given = root.given.get(name);
      const assumed: Scope = { ...scope, mode: 'assumed' };
      return variableUse(variable, given === undefined ? undefined : converted(given, variable.type, assumed), assumed);
    }),
    providers: [...root.configuration.providers.keys()].map((name) => root.provider(name)),
    ...(statePlace !== undefined && { statePlace }),
    missingModules: found.missing,
    assumed: run.assumed,
    filesRead: [...filesRead.values()],
    diagnostics: run.diagnostics,
  };
}

/**
 * Of the backend `s3`, which takes no variables; what is given when Terraform is set up is not in the source.
 * https://developer.hashicorp.com/terraform/language/backend/s3
 */
function statePlaceOf({ configuration }: ModuleInstance): EvaluatedSource['statePlace'] {
  const attributes = configuration.backends.get('s3')?.body.attributes;
  const literal = (name: string): Value | undefined => {
    const said = attributes?.get(name);
    if (said?.value.kind !== 'literal' || typeof said.value.value !== 'string') return undefined;
    return { kind: 'literal', value: said.value.value, origin: said.origin };
  };
  const [bucket, key] = [literal('bucket'), literal('key')];
  return bucket === undefined ? undefined : { bucket, ...(key !== undefined && { key }) };
}

interface Found {
  readonly instances: TerraformInstance[];
  readonly missing: MissingModule[];
  readonly moves: Move[];
}

/** Notes which files were read. */
function remembering(files: LocalFiles, filesRead: Map<string, InputFile>): LocalFiles {
  return {
    read(path) {
      const read = files.read(path);
      if (read.kind === 'file') filesRead.set(read.input.file, read.input);
      return read;
    },
    list: (folder) => files.list(folder),
  };
}

function rootModule(source: TerraformSource, run: Run): ModuleInstance {
  const configuration = readConfiguration(source.folder, source.files, run.context.origins, run.diagnostics);
  const providers = new Map<string, TerraformProvider>();
  const given = new Map<string, Value>();
  const root: ModuleInstance = {
    address: '',
    folder: source.folder,
    configuration,
    guard: [[]],
    chain: [source.folder],
    callPath: '',
    given,
    run,
    provider(name) {
      const known = providers.get(name);
      if (known !== undefined) return known;
      // Its own arguments may ask for it again.
      providers.set(name, { name });
      const made = providerOf(name, configuration.providers.get(name), moduleScope(root));
      providers.set(name, made);
      return made;
    },
    values: new Map(),
    expansions: new Map(),
    resources: new Map(),
    modules: new Map(),
    lookup: (name, steps, scope, origin) => lookup(root, name, steps, scope, origin),
  };
  for (const [name, value] of givenVariables(configuration, moduleScope(root))) given.set(name, value);
  return root;
}

/** Resources of a module, then those of the modules that it calls. */
function collectModule(module: ModuleInstance, found: Found): void {
  found.moves.push(...movesOf(module));
  const { configuration } = module;
  for (const [key, block] of configuration.resources) collectResource(module, key, block, found);
  for (const name of configuration.modules.keys()) {
    if (found.instances.length >= MOST_INSTANCES) return;
    const called = calledModules(module, name);
    if (called === 'busy' || called === undefined) continue;
    for (const one of called) {
      if (!isPossible(one.guard)) continue;
      if (one.instance !== undefined) collectModule(one.instance, found);
      else found.missing.push(missingModule(one, module));
    }
  }
}

function collectResource(module: ModuleInstance, key: string, block: Block, found: Found): void {
  if (found.instances.length >= MOST_INSTANCES) {
    const message = `there are over ${MOST_INSTANCES} resources; the rest is left out`;
    report(module.run, 'error', 'too-many-instances', message, block.origin);
    return;
  }
  const instances = instancesOf(module, key);
  if (instances === 'busy' || instances === undefined) return;
  for (const instance of instances) {
    if (isPossible(instance.guard)) found.instances.push(instanceOf(instance, module));
  }
}

function instanceOf(resource: ResourceInstance, module: ModuleInstance): TerraformInstance {
  const { address, mode, type, block, guard, provider } = resource;
  const { run } = module;
  const { body, origin } = block;
  const entries = new Map<string, Value>();
  for (const name of [...body.attributes.keys(), ...blockTypes(body)]) {
    const value = resource.given(name);
    if (value !== undefined) setUnlessNull(entries, name, settled(value, guard, `${address}.${name}`, run));
  }
  const scope = moduleScope(module);
  for (const name of mode === 'data' ? knownDataAttributes(type) : []) {
    const value = entries.has(name) ? undefined : knownData(resource, name, scope, origin);
    if (value !== undefined) entries.set(name, settled(value, guard, `${address}.${name}`, run));
  }
  const broken = body.broken ? { open: unreadablePart(address) } : {};
  return {
    address,
    mode,
    type,
    provider,
    guard,
    attributes: { kind: 'map', entries, origin, ...broken },
    origin,
    aliases: [],
    dependsOn: dependenciesOf(resource, module),
    preventDestroy: isProtected(resource),
    acceptances: mode === 'data' ? [] : acceptancesOf(block, address, run),
  };
}

function unreadablePart(address: string) {
  return {
    kind: 'expression',
    symbol: `syntax:${address}`,
    settledBy: `a correction of the syntax of ${address}`,
  } as const;
}

/** Null counts as not given; inside alternatives as explicitly nothing. */
function setUnlessNull(entries: Map<string, Value>, name: string, value: Value): void {
  if (value.kind === 'literal' && value.value === null) return;
  if (value.kind !== 'choice') {
    entries.set(name, value);
    return;
  }
  const options = value.options.map((option) =>
    option.value.kind === 'literal' && option.value.value === null
      ? { ...option, value: { kind: 'absent', origin: option.value.origin } as const }
      : option,
  );
  if (options.some((option) => option.value.kind !== 'absent')) entries.set(name, { ...value, options });
}

function dependenciesOf(resource: ResourceInstance, module: ModuleInstance): readonly string[] {
  const value = resource.block.body.attributes.get('depends_on')?.value;
  if (value?.kind !== 'tuple') return [];
  return value.items.flatMap((item) => {
    const address = addressText(item);
    return address === undefined ? [] : [within(module, address)];
  });
}

function isProtected({ block }: ResourceInstance): boolean {
  return block.body.blocks.some((inner) => {
    const value = inner.type === 'lifecycle' ? inner.body.attributes.get('prevent_destroy')?.value : undefined;
    return value?.kind === 'literal' && value.value === true;
  });
}

function missingModule({ address, guard, block, member }: CalledModule, module: ModuleInstance): MissingModule {
  const { attributes } = block.body;
  const read = (name: string) => {
    const value = attributes.get(name)?.value;
    return value?.kind === 'literal' && typeof value.value === 'string' ? value.value : undefined;
  };
  const scope = moduleScope(module);
  const bindings = Object.entries(member.bindings);
  const names = bindings.reduce<Scope['names']>((outer, [name, value]) => ({ name, value, outer }), undefined);
  const inner: Scope = names === undefined ? scope : { ...scope, names };
  const ignored = new Set(['source', 'version', 'providers', 'count', 'for_each', 'depends_on']);
  const inputs = [...attributes.values()]
    .filter(({ name }) => !ignored.has(name))
    .map(
      ({ name, value }) =>
        [name, settled(module.run.evaluate(value, inner), guard, `${address}.${name}`, module.run)] as const,
    );
  const version = read('version');
  return {
    address,
    source: read('source') ?? '',
    ...(version !== undefined && { version }),
    guard,
    inputs: new Map(inputs),
    origin: block.origin,
  };
}

function outputsOf(root: ModuleInstance, scope: Scope): ReadonlyMap<string, Value> {
  const outputs = [...root.configuration.outputs.keys()].map((name) => {
    const value = settled(outputValue(root, name, scope), [[]], `output ${name}`, root.run);
    return [name, value] as const;
  });
  return new Map(outputs);
}
