import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { Origin, OriginTable } from '../../../model/origin.ts';
import type { InputFile } from '../../input.ts';
import { baseName } from '../../local-path.ts';
import { parseJsonBody } from '../hcl/json-syntax.ts';
import { type ParsedBody, parseBody } from '../hcl/parse-body.ts';
import type { Attribute, Block, Body } from '../hcl/syntax.ts';

/** What the files of one folder declare, with override files put in. */
export interface Configuration {
  /** Relative to the input's root. */
  readonly folder: string;
  readonly variables: ReadonlyMap<string, Block>;
  readonly locals: ReadonlyMap<string, Attribute>;
  readonly outputs: ReadonlyMap<string, Block>;
  /** By `aws_s3_bucket.b` and `data.aws_region.current`. */
  readonly resources: ReadonlyMap<string, Block>;
  readonly modules: ReadonlyMap<string, Block>;
  /** By `aws` and `aws.west`. */
  readonly providers: ReadonlyMap<string, Block>;
  readonly moved: readonly Block[];
  /** Where the state is kept, `backend "s3"`. */
  readonly backends: ReadonlyMap<string, Block>;
}

interface Filling {
  readonly variables: Map<string, Block>;
  readonly locals: Map<string, Attribute>;
  readonly outputs: Map<string, Block>;
  readonly resources: Map<string, Block>;
  readonly modules: Map<string, Block>;
  readonly providers: Map<string, Block>;
  readonly moved: Block[];
  readonly backends: Map<string, Block>;
}

/** Is it a configuration file? */
export function isConfiguration(path: string): boolean {
  return path.endsWith('.tf') || path.endsWith('.tf.json');
}

function isOverride(path: string): boolean {
  const name = baseName(path).replace(/\.tf(\.json)?$/, '');
  return name === 'override' || name.endsWith('_override');
}

/** Reads the configuration files of a folder, in order of their names. */
export function readConfiguration(
  folder: string,
  files: readonly InputFile[],
  origins: OriginTable,
  diagnostics: Diagnostic[],
): Configuration {
  const filling: Filling = {
    variables: new Map(),
    locals: new Map(),
    outputs: new Map(),
    resources: new Map(),
    modules: new Map(),
    providers: new Map(),
    moved: [],
    backends: new Map(),
  };
  const sorted = files.filter((file) => isConfiguration(file.path)).sort((a, b) => (a.path < b.path ? -1 : 1));
  const ordered = [
    ...sorted.filter((file) => !isOverride(file.path)),
    ...sorted.filter((file) => isOverride(file.path)),
  ];
  for (const file of ordered) {
    const parsed = parseConfiguration(file, origins);
    for (const diagnostic of parsed.diagnostics) diagnostics.push(diagnostic);
    const context: Context = { filling, override: isOverride(file.path), origins, diagnostics, file: file.file };
    for (const block of parsed.body.blocks) addBlock(block, context);
  }
  return { folder, ...filling };
}

function parseConfiguration(file: InputFile, origins: OriginTable): ParsedBody {
  return file.path.endsWith('.json')
    ? parseJsonBody(file.file, file.text, origins)
    : parseBody(file.file, file.text, origins);
}

interface Context {
  readonly filling: Filling;
  readonly override: boolean;
  readonly origins: OriginTable;
  readonly diagnostics: Diagnostic[];
  readonly file: string;
}

function addBlock(block: Block, context: Context): void {
  if (block.type !== 'resource')
    for (const { origin } of block.acceptances ?? []) reportMisplaced(block, origin, context);
  if (Object.hasOwn(adders, block.type)) adders[block.type]?.(block, context);
}

/** What blocks of each type are kept as; those of other types say nothing of what is deployed. */
const adders: Readonly<Record<string, (block: Block, context: Context) => void>> = {
  variable: (block, context) => put(context.filling.variables, labelled(block), block, context),
  output: (block, context) => put(context.filling.outputs, labelled(block), block, context),
  module: (block, context) => put(context.filling.modules, labelled(block), block, context),
  resource: (block, context) => put(context.filling.resources, labelled(block), block, context),
  data: (block, context) => put(context.filling.resources, `data.${labelled(block)}`, block, context),
  provider: (block, context) => put(context.filling.providers, providerKey(labelled(block), block), block, context),
  moved: (block, { filling }) => filling.moved.push(block),
  locals: addLocals,
  terraform(block, context) {
    for (const inner of block.body.blocks)
      if (inner.type === 'backend') put(context.filling.backends, labelled(inner), inner, context);
  },
  check(block, context) {
    for (const inner of block.body.blocks) if (inner.type === 'data') addBlock(inner, context);
  },
};

/** `aws_s3_bucket.files`: the labels of a block as addresses have them. */
function labelled({ labels }: Block): string {
  return labels.join('.');
}

function addLocals(block: Block, context: Context): void {
  const { locals } = context.filling;
  for (const attribute of block.body.attributes.values()) {
    if (!context.override && locals.has(attribute.name)) reportTwice(`local ${attribute.name}`, block, context);
    else locals.set(attribute.name, attribute);
  }
}

function providerKey(name: string, block: Block): string {
  const alias = block.body.attributes.get('alias')?.value;
  return alias?.kind === 'literal' && typeof alias.value === 'string' ? `${name}.${alias.value}` : name;
}

function put(into: Map<string, Block>, key: string, block: Block, context: Context): void {
  const known = into.get(key);
  if (known === undefined) into.set(key, block);
  else if (context.override) into.set(key, overridden(known, block));
  else reportTwice(`${block.type} ${key}`, block, context);
}

function reportMisplaced(block: Block, origin: Origin, { origins, diagnostics, file }: Context): void {
  const source = origins.span(origin) ?? { file, line: 1, column: 1, endLine: 1 };
  const message = `bartizan:accept above ${block.type} accepts nothing; write it above a resource, or in bartizan.yaml`;
  diagnostics.push({ level: 'error', code: 'invalid-acceptance', message, source });
}

function reportTwice(what: string, block: Block, { origins, diagnostics, file }: Context): void {
  const source = origins.span(block.origin) ?? { file, line: 1, column: 1, endLine: 1 };
  const message = `${what} is declared twice; the first one is used, remove or rename this one`;
  diagnostics.push({ level: 'error', code: 'duplicate-declaration', message, source });
}

/**
 * Attributes of the override win one by one; its nested blocks of a type replace all of that type, but for `lifecycle`,
 * whose attributes are merged. Source: https://developer.hashicorp.com/terraform/language/files/override
 */
function overridden(base: Block, by: Block): Block {
  const attributes = new Map(base.body.attributes);
  for (const [name, attribute] of by.body.attributes) attributes.set(name, attribute);
  const typeOf = (block: Block) => (block.type === 'dynamic' ? (block.labels[0] ?? '') : block.type);
  const replaced = new Set(by.body.blocks.map(typeOf).filter((type) => type !== 'lifecycle'));
  const kept = base.body.blocks.filter((block) => !replaced.has(typeOf(block)));
  const blocks = [...kept, ...by.body.blocks];
  const body: Body = { attributes, blocks, broken: base.body.broken || by.body.broken };
  return { ...base, body };
}
