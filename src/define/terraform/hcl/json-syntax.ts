import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { Origin, OriginTable } from '../../../model/origin.ts';
import type { MappingNode, Node } from '../../cloudformation/node.ts';
import { parseDocument } from '../../cloudformation/parse.ts';
import type { ParsedBody } from './parse-body.ts';
import { type ParsedExpression, parseExpression, parseTemplate } from './parse-expression.ts';
import type { Attribute, Block, Body, Expression } from './syntax.ts';

/** How many labels a block has at the top of a file. */
const labelCounts: Readonly<Record<string, number>> = {
  resource: 2,
  data: 2,
  ephemeral: 2,
  module: 1,
  variable: 1,
  output: 1,
  provider: 1,
  check: 1,
  locals: 0,
  terraform: 0,
  moved: 0,
  removed: 0,
  import: 0,
};

/** Blocks inside others that are known whatever the provider; other objects stay values. */
const innerBlocks: Readonly<Record<string, number>> = { dynamic: 1, lifecycle: 0, provisioner: 1, content: 0 };

/** Arguments that hold a reference or a type instead of a template, by the block that they stand in. */
const referenceArguments: Readonly<Record<string, readonly string[]>> = {
  resource: ['depends_on', 'provider'],
  data: ['depends_on', 'provider'],
  module: ['depends_on', 'providers'],
  output: ['depends_on'],
  variable: ['type'],
  moved: ['from', 'to'],
  removed: ['from'],
  import: ['to', 'provider'],
};

interface Context {
  readonly file: string;
  readonly origins: OriginTable;
  readonly diagnostics: Diagnostic[];
}

/**
 * Reads the JSON form of the language: strings are templates, objects under block types are blocks. Whether an object in a
 * resource is a block or a map only the provider's schema tells; it stays a map.
 * Source: https://developer.hashicorp.com/terraform/language/syntax/json
 */
export function parseJsonBody(file: string, text: string, origins: OriginTable): ParsedBody {
  const document = parseDocument(file, text, origins);
  const context: Context = { file, origins, diagnostics: [...document.diagnostics] };
  const root = document.root?.kind === 'mapping' ? document.root : undefined;
  const broken = document.diagnostics.some((diagnostic) => diagnostic.level === 'error');
  const body =
    root === undefined
      ? { attributes: new Map(), blocks: [], broken }
      : { ...bodyOf(root, '', labelCounts, context), broken };
  return { body, diagnostics: context.diagnostics };
}

/** The values of a `.tfvars.json` file: no templates. */
export function parseJsonValues(file: string, text: string, origins: OriginTable): ParsedBody {
  const document = parseDocument(file, text, origins);
  const attributes = new Map<string, Attribute>();
  if (document.root?.kind === 'mapping') {
    for (const { key, value, origin } of document.root.entries.values())
      attributes.set(key, { name: key, value: plainValue(value), origin });
  }
  return { body: { attributes, blocks: [], broken: false }, diagnostics: document.diagnostics };
}

function bodyOf(node: MappingNode, type: string, blockTypes: Readonly<Record<string, number>>, context: Context): Body {
  const attributes = new Map<string, Attribute>();
  const blocks: Block[] = [];
  for (const { key, value, origin } of node.entries.values()) {
    if (key === '//') continue;
    const labels = Object.hasOwn(blockTypes, key) ? blockTypes[key] : undefined;
    if (labels === undefined || value.kind === 'scalar')
      attributes.set(key, { name: key, value: argumentOf(type, key, value, context), origin });
    else
      for (const block of blocksOf({ type: key, node: value, labels: [], missing: labels, origin }, context))
        blocks.push(block);
  }
  return { attributes, blocks, broken: false };
}

interface Heading {
  readonly type: string;
  readonly node: Node;
  readonly labels: readonly string[];
  readonly missing: number;
  readonly origin: Origin;
}

function blocksOf(heading: Heading, context: Context): readonly Block[] {
  const { type, node, labels, missing, origin } = heading;
  if (node.kind === 'sequence')
    return node.items.flatMap((item) => blocksOf({ ...heading, node: item, origin: item.origin }, context));
  if (node.kind === 'scalar') return [];
  if (missing === 0) {
    const attributesOnly = type === 'locals' || type === 'variable' || type === 'output';
    return [{ type, labels, body: bodyOf(node, type, attributesOnly ? {} : innerBlocks, context), origin }];
  }
  return [...node.entries.values()].flatMap((entry) =>
    blocksOf(
      { type, node: entry.value, labels: [...labels, entry.key], missing: missing - 1, origin: entry.origin },
      context,
    ),
  );
}

function argumentOf(block: string, name: string, node: Node, context: Context): Expression {
  return referenceArguments[block]?.includes(name) ? referencesOf(node, context) : templatesOf(node, context);
}

function referencesOf(node: Node, context: Context): Expression {
  if (node.kind === 'scalar' && typeof node.value === 'string')
    return noted(parseExpression(context.file, node.value, context.origins, node.origin), context);
  if (node.kind === 'sequence')
    return { kind: 'tuple', items: node.items.map((item) => referencesOf(item, context)), origin: node.origin };
  if (node.kind !== 'mapping') return templatesOf(node, context);
  const items = [...node.entries.values()].map(({ key, value, keyOrigin }) => ({
    key: noted(parseExpression(context.file, key, context.origins, keyOrigin), context),
    value: referencesOf(value, context),
  }));
  return { kind: 'object', items, origin: node.origin };
}

function templatesOf(node: Node, context: Context): Expression {
  if (node.kind === 'sequence')
    return { kind: 'tuple', items: node.items.map((item) => templatesOf(item, context)), origin: node.origin };
  if (node.kind === 'mapping') {
    const items = [...node.entries.values()]
      .filter(({ key }) => key !== '//')
      .map(({ key, value, keyOrigin }) => ({
        key: noted(parseTemplate(context.file, key, context.origins, keyOrigin), context),
        value: templatesOf(value, context),
      }));
    return { kind: 'object', items, origin: node.origin };
  }
  if (typeof node.value !== 'string') return { kind: 'literal', value: node.value, origin: node.origin };
  return noted(parseTemplate(context.file, node.value, context.origins, node.origin), context);
}

function plainValue(node: Node): Expression {
  const { origin } = node;
  if (node.kind === 'scalar') return { kind: 'literal', value: node.value, origin };
  if (node.kind === 'sequence') return { kind: 'tuple', items: node.items.map(plainValue), origin };
  const items = [...node.entries.values()].map(({ key, value, keyOrigin }) => ({
    key: { kind: 'literal', value: key, origin: keyOrigin } as const,
    value: plainValue(value),
  }));
  return { kind: 'object', items, origin };
}

function noted(parsed: ParsedExpression, context: Context): Expression {
  for (const diagnostic of parsed.diagnostics) context.diagnostics.push(diagnostic);
  return parsed.expression;
}
