import { literalOf } from '../../model/text.ts';
import { textOf as textOfValue } from '../../model/value.ts';
import { expanded } from '../cloudformation/expand.ts';
import type { MappingEntry, MappingNode, Node } from '../cloudformation/node.ts';
import { report, type Scope } from '../cloudformation/scope.ts';
import type { SamSettings } from './expansion.ts';
import { fieldOf, itemsOf, textAt, textOf } from './fields.ts';
import { transformSam } from './transform.ts';

/**
 * The template as CloudFormation gets it from the transform `AWS::Serverless-2016-10-31`; the same when it does not use
 * that. Parameters and mappings of the scope must have been read.
 */
export function withoutSam(root: MappingNode, scope: Scope): MappingNode {
  const resources = root.entries.get('Resources');
  if (resources?.value.kind !== 'mapping') return root;
  const asked = itemsOf(fieldOf(root, 'Transform')).some(
    (one) => (textOf(one) ?? textAt(one, 'Name'))?.startsWith('AWS::Serverless') === true,
  );
  const used = [...resources.value.entries.values()].find((entry) =>
    textAt(entry.value, 'Type')?.startsWith('AWS::Serverless::'),
  );
  if (!asked && used === undefined) return root;
  if (!asked && used !== undefined) {
    const message = `${used.key} is a resource of SAM, so that CloudFormation wants Transform: AWS::Serverless-2016-10-31; add it`;
    report(scope, 'warning', 'sam-transform-missing', message, used.keyOrigin);
  }
  const entries = new Map(root.entries).set('Resources', { ...resources, value: writtenOut(resources.value, scope) });
  const transformed = transformSam({ ...root, entries }, settingsOf(scope));
  scope.run.diagnostics.push(...transformed.diagnostics);
  return transformed.root;
}

/** Loops and includes of the section, of its resources and of their properties are written out. */
function writtenOut(section: MappingNode, scope: Scope): MappingNode {
  const members = expanded(section, scope);
  const entries = new Map<string, MappingEntry>();
  for (const [id, entry] of members.entries) {
    if (entry.value.kind !== 'mapping') {
      entries.set(id, entry);
      continue;
    }
    const body = expanded(entry.value, scope);
    const properties = body.entries.get('Properties');
    if (properties?.value.kind !== 'mapping') entries.set(id, { ...entry, value: body });
    else {
      const value = expanded(properties.value, scope);
      const parts = new Map(body.entries).set('Properties', { ...properties, value });
      entries.set(id, { ...entry, value: { ...body, entries: parts } });
    }
  }
  return { ...members, entries };
}

function settingsOf(scope: Scope): SamSettings {
  const { unit, template, context } = scope;
  return {
    file: template.file,
    origins: context.origins,
    partition: literalOf(unit.partition) ?? 'aws',
    parameter: (name) => parameterText(name, scope),
    mapped: (map, first, second) => fieldOf(mappingNode(map, scope), first, second),
    pseudo: (name) => (name === 'AWS::Region' ? literalOf(unit.region) : undefined),
  };
}

function mappingNode(name: string, scope: Scope): Node | undefined {
  return scope.template.mappings.get(name)?.value;
}

/** What a parameter is: given, handed on by the stack around, or its default. Secrets are for nobody's names. */
function parameterText(name: string, scope: Scope): string | undefined {
  const parameter = scope.template.parameters.get(name);
  if (parameter === undefined || parameter.secret) return undefined;
  if (parameter.explicit !== undefined) return parameter.explicit;
  if (parameter.passed === undefined) return parameter.default;
  const content = textOfValue(parameter.passed('property'));
  return content === undefined ? undefined : literalOf(content);
}
