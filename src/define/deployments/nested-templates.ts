import type { MappingNode, Node, ParsedDocument } from '../cloudformation/node.ts';
import { folderOf, localPath } from '../local-path.ts';

/** Types that nest a template, and the property that names it. */
const nesting: ReadonlyMap<string, string> = new Map([
  ['AWS::CloudFormation::Stack', 'TemplateURL'],
  ['AWS::Serverless::Application', 'Location'],
]);

/**
 * The local templates that a template nests, as paths relative to its root: literal `TemplateURL`s (of SAM `Location`s) without a scheme, and
 * what `aws:asset:path` names in CDK's templates.
 */
export function nestedTemplates(document: ParsedDocument, path: string): readonly string[] {
  const found: string[] = [];
  for (const resource of resourcesOf(document)?.entries.values() ?? []) {
    const property = nesting.get(textAt(resource.value, 'Type') ?? '');
    if (property === undefined) continue;
    const asset = textAt(fieldOf(resource.value, 'Metadata'), 'aws:asset:path');
    const url = textAt(fieldOf(resource.value, 'Properties'), property);
    const named = asset ?? (url !== undefined && !url.includes('://') ? url : undefined);
    const target = named === undefined ? undefined : localPath(folderOf(path), named);
    if (target !== undefined) found.push(target);
  }
  return found;
}

/**
 * Of several templates, those that others deploy as nested stacks: reached from one that nobody nests. Templates that
 * nest each other in a circle stay.
 */
export function nestedOnly(nesting: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, string> {
  const targets = new Set([...nesting.values()].flat());
  const parents = new Map<string, string>();
  const open = [...nesting.keys()].filter((path) => !targets.has(path)).sort();
  const seen = new Set(open);
  for (let path = open.shift(); path !== undefined; path = open.shift()) {
    for (const target of nesting.get(path) ?? []) {
      if (seen.has(target) || !nesting.has(target)) continue;
      seen.add(target);
      parents.set(target, path);
      open.push(target);
    }
  }
  return parents;
}

/** The `Resources` of a template; undefined when it has none. */
export function resourcesOf(document: ParsedDocument): MappingNode | undefined {
  const resources = fieldOf(document.root, 'Resources');
  return resources?.kind === 'mapping' ? resources : undefined;
}

/** Names of the parameters that a template declares. */
export function declaredParameters(document: ParsedDocument): readonly string[] {
  const parameters = fieldOf(document.root, 'Parameters');
  return parameters?.kind === 'mapping' ? [...parameters.entries.keys()] : [];
}

function fieldOf(node: Node | undefined, key: string): Node | undefined {
  return node?.kind === 'mapping' ? node.entries.get(key)?.value : undefined;
}

function textAt(node: Node | undefined, key: string): string | undefined {
  const value = fieldOf(node, key);
  return value?.kind === 'scalar' && typeof value.value === 'string' ? value.value : undefined;
}
