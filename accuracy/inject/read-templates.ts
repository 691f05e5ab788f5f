import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Node } from '../../src/define/cloudformation/node.ts';
import { parseDocument } from '../../src/define/cloudformation/parse.ts';
import { createOrigins } from '../../src/model/origin.ts';
import { isMapping } from './change-template.ts';
import type { Json, StatedTemplate } from './weakness.ts';

/** Where the official templates lie; they are other people's work, and nothing of them is kept here. */
export const officialTemplates = '../shared/corpora/templates/aws-cloudformation-templates';

/** An official template as data. */
export interface OfficialTemplate {
  readonly file: string;
  readonly template: StatedTemplate;
}

/** All official templates that state resources, in order of their names; undefined where they are not there. */
export function readOfficialTemplates(): readonly OfficialTemplate[] | undefined {
  if (!existsSync(officialTemplates)) return undefined;
  const files = (readdirSync(officialTemplates, { recursive: true }) as string[])
    .filter((file) => /\.(ya?ml|json|template)$/.test(file))
    .sort();
  return files.flatMap((file): readonly OfficialTemplate[] => {
    const { root } = parseDocument(file, readFileSync(`${officialTemplates}/${file}`, 'utf8'), createOrigins());
    const data = root === undefined ? null : plain(root);
    return isMapping(data) && isMapping(data.Resources)
      ? [{ file, template: { ...data, Resources: resourcesOf(data.Resources) } }]
      : [];
  });
}

function plain(node: Node): Json {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'sequence') return node.items.map(plain);
  return Object.fromEntries([...node.entries.values()].map(({ key, value }) => [key, plain(value)]));
}

/** Loops are no resources: what they make has no place that could be changed. */
function resourcesOf(stated: { readonly [key: string]: Json }): StatedTemplate['Resources'] {
  return Object.fromEntries(
    Object.entries(stated).flatMap(([id, resource]) => {
      if (!isMapping(resource) || typeof resource.Type !== 'string') return [];
      const properties = resource.Properties;
      return [[id, { ...resource, Type: resource.Type, Properties: isMapping(properties) ? properties : {} }]];
    }),
  );
}
