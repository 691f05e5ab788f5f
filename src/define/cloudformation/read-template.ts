import { always, and, type Guard } from '../../model/guard.ts';
import { id } from '../../model/id.ts';
import type { Text } from '../../model/text.ts';
import { withoutSam } from '../sam/without-sam.ts';
import { conditionNamed } from './condition.ts';
import { declaredMapping, declaredString } from './declared.ts';
import { expanded, expandedEntries } from './expand.ts';
import { includedNode, isInclude } from './include.ts';
import type { MappingEntry, MappingNode, Node, ParsedDocument } from './node.ts';
import { readParameter } from './parameter.ts';
import { checkRule } from './rule.ts';
import { type Declaration, type Parameter, report, type Scope, type Template } from './scope.ts';

/** A template and where it stands among nested ones. */
export interface TemplateSource {
  readonly document: ParsedDocument;
  readonly path: string;
  readonly addressPrefix: string;
  readonly nesting: readonly string[];
  readonly stackName: Text;
  readonly passed: ReadonlyMap<string, Parameter['passed']>;
}

/** Collects a template's declarations; nothing but loops, conditions and parameters is resolved yet. */
export function readTemplate(source: TemplateSource, around: Omit<Scope, 'template'>): Scope {
  const { document, path, addressPrefix, nesting, stackName } = source;
  const mappings = new Map<string, MappingEntry>();
  const template: Template = {
    file: document.file,
    path,
    addressPrefix,
    nesting,
    stackName,
    parameters: new Map(),
    mappings,
    conditions: new Map(),
    conditionGuards: new Map(),
    opaque: new Map(),
    resources: new Map(),
    outputs: new Map(),
    macros: false,
  };
  const scope: Scope = { ...around, template, mode: 'property' };
  const root = rootOf(document, scope);
  if (root === undefined) return scope;
  readTransforms(root, scope);
  for (const entry of section(root, 'Parameters', scope))
    template.parameters.set(entry.key, readParameter(entry, scope, source.passed));
  for (const entry of section(root, 'Mappings', scope))
    mappings.set(entry.key, { ...entry, value: withIncludes(entry.value, scope) });
  const plain = withoutSam(root, scope);
  for (const entry of section(plain, 'Conditions', scope)) template.conditions.set(entry.key, entry);
  for (const entry of section(plain, 'Resources', scope)) template.resources.set(entry.key, declaration(entry, scope));
  for (const entry of section(plain, 'Outputs', scope)) template.outputs.set(entry.key, entry);
  for (const entry of section(root, 'Rules', scope)) checkRule(entry.key, entry.value, scope);
  return scope;
}

function rootOf(document: ParsedDocument, scope: Scope): MappingNode | undefined {
  const { root } = document;
  if (root?.kind === 'mapping') {
    const included = topLevelInclude(root, scope);
    return included === undefined
      ? expanded(root, scope)
      : { ...root, entries: new Map([...included.entries, ...root.entries]) };
  }
  if (root === undefined && document.diagnostics.length > 0) return undefined;
  const source = { file: document.file, line: 1, column: 1, endLine: 1 };
  scope.run.diagnostics.push({
    level: 'error',
    code: 'not-a-template',
    message: 'no template here: a mapping with Resources is wanted',
    source,
  });
  return undefined;
}

/** `Transform: {Name: AWS::Include, …}` at the top of a template puts sections in. */
function topLevelInclude(root: MappingNode, scope: Scope): MappingNode | undefined {
  const transform = root.entries.get('Transform')?.value;
  const nodes = transform?.kind === 'sequence' ? transform.items : transform === undefined ? [] : [transform];
  const entries = new Map<string, MappingEntry>();
  for (const node of nodes) {
    const included = isInclude(node) ? includedNode(node, scope) : undefined;
    if (included?.kind === 'mapping') for (const entry of included.entries.values()) entries.set(entry.key, entry);
  }
  return entries.size === 0 ? undefined : { ...root, entries };
}

function withIncludes(node: Node, scope: Scope): Node {
  return node.kind === 'mapping' && node.entries.has('Fn::Transform') ? expanded(node, scope) : node;
}

function* section(root: MappingNode, name: string, scope: Scope): Iterable<MappingEntry> {
  const entry = root.entries.get(name);
  if (entry === undefined) {
    if (name === 'Resources')
      report(scope, 'error', 'no-resources', 'the template has no Resources section', root.origin);
    return;
  }
  if (entry.value.kind === 'scalar' && entry.value.value === null) return;
  for (const member of expandedEntries(declaredMapping(entry, scope, `section ${name}`), scope)) {
    if (!member.key.startsWith('Fn::')) yield member;
    else if (member.key === 'Fn::Transform') macro(member.value, scope);
    else
      report(scope, 'error', 'function-not-alone', `${member.key} cannot stand in section ${name}`, member.keyOrigin);
  }
}

/** Macros change the template before deployment: what they need not declare may be missing here. */
function readTransforms(root: MappingNode, scope: Scope) {
  const transform = root.entries.get('Transform')?.value;
  const nodes = transform?.kind === 'sequence' ? transform.items : transform === undefined ? [] : [transform];
  for (const node of nodes) if (!isInclude(node)) macro(node, scope);
}

function macro(node: Node, scope: Scope) {
  const named = node.kind === 'mapping' ? node.entries.get('Name')?.value : node;
  const name = named?.kind === 'scalar' ? String(named.value) : '';
  // SAM is expanded by itself; language extensions are functions like the others.
  if (name === 'AWS::LanguageExtensions' || name.startsWith('AWS::Serverless')) return;
  scope.template.macros = true;
  report(
    scope,
    'warning',
    'macro-not-supported',
    `macro ${name} is not run, what it makes is missing; give the template after its macros`,
    node.origin,
  );
}

function declaration(entry: MappingEntry, scope: Scope): Declaration {
  const { template } = scope;
  const body = expanded(declaredMapping(entry, scope, `resource ${entry.key}`), scope);
  const type = declaredString(body, 'Type');
  if (type === undefined && entry.value.kind === 'mapping') {
    report(scope, 'error', 'no-type', `resource ${entry.key} has no Type; add it`, entry.keyOrigin);
  }
  const guard = guardOfDeclaration(body, entry, scope);
  return {
    logicalId: entry.key,
    id: id(`${template.path}/${entry.key}`),
    type: type ?? 'Unknown',
    entry,
    body,
    guard,
    scope: { ...scope, under: guard.length === 0 ? always : guard },
    properties: propertiesOf(body, entry, scope),
    resolved: new Map(),
  };
}

/** The condition of the resource and of the stacks around it. */
function guardOfDeclaration(body: MappingNode, entry: MappingEntry, scope: Scope): Guard {
  const condition = body.entries.get('Condition');
  if (condition === undefined) return scope.under;
  if (condition.value.kind !== 'scalar') {
    report(
      scope,
      'error',
      'broken-condition',
      `Condition of resource ${entry.key} must be the name of a condition`,
      condition.keyOrigin,
    );
    return scope.under;
  }
  return and(scope.under, conditionNamed(String(condition.value.value), scope, condition.keyOrigin));
}

function propertiesOf(body: MappingNode, entry: MappingEntry, scope: Scope): MappingNode {
  const properties = body.entries.get('Properties');
  const nothing: MappingNode = { kind: 'mapping', entries: new Map(), origin: entry.origin };
  if (properties === undefined || (properties.value.kind === 'scalar' && properties.value.value === null))
    return nothing;
  return expanded(declaredMapping(properties, scope, `Properties of resource ${entry.key}`), scope);
}
