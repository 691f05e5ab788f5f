import { literalOf, type TextPart } from '../../model/text.ts';
import { textOf, type Value } from '../../model/value.ts';
import { localDocument } from './include.ts';
import type { MappingEntry, ParsedDocument } from './node.ts';
import { addressOf, propertyValue } from './property.ts';
import { readTemplate } from './read-template.ts';
import { resolveNode } from './resolve.ts';
import { type Declaration, type Mode, type NestedStack, type Parameter, report } from './scope.ts';

/** Nested stacks in one deployment; an account holds 2,000 stacks unless AWS raises it. */
const MOST_STACKS = 500;

/** The stack that an `AWS::CloudFormation::Stack` deploys, when its template is a local file. Opened once. */
export function nestedStack(resource: Declaration): NestedStack | undefined {
  if (resource.type !== 'AWS::CloudFormation::Stack') return undefined;
  resource.nested ??= opened(resource) ?? 'none';
  return resource.nested === 'none' ? undefined : resource.nested;
}

function opened(resource: Declaration): NestedStack | undefined {
  const { scope, entry } = resource;
  const { template, run } = scope;
  const document = nestedDocument(resource);
  if (document === undefined) return undefined;
  if (template.nesting.includes(document.file)) {
    report(
      scope,
      'error',
      'cyclic-nesting',
      `${addressOf(resource)} nests ${document.file} inside itself; break the cycle`,
      entry.keyOrigin,
    );
    return undefined;
  }
  run.nestedStacks += 1;
  if (run.nestedStacks > MOST_STACKS) {
    report(
      scope,
      'error',
      'too-many-stacks',
      `more than ${MOST_STACKS} nested stacks; ${addressOf(resource)} stays closed`,
      entry.keyOrigin,
    );
    return undefined;
  }
  const path = `${template.path}/${resource.logicalId}`;
  const stackName: TextPart = {
    kind: 'physical-name',
    symbol: `stack-name:${path}`,
    settledBy: `deployment of ${path}`,
  };
  return {
    scope: readTemplate(
      {
        document,
        path,
        addressPrefix: `${addressOf(resource)}.`,
        nesting: [...template.nesting, document.file],
        stackName: [stackName],
        passed: passedParameters(resource),
      },
      scope,
    ),
  };
}

function nestedDocument(resource: Declaration): ParsedDocument | undefined {
  const { scope, entry } = resource;
  const asset = assetPath(resource);
  const url = propertyValue(resource, 'TemplateURL', scope);
  const content = url === undefined ? undefined : textOf(url);
  const literal = content === undefined ? undefined : literalOf(content);
  for (const path of [asset, literal]) {
    const document = path === undefined ? undefined : localDocument(path, scope.template.file, scope);
    if (document !== undefined) return document;
  }
  report(
    scope,
    'info',
    'nested-stack-not-local',
    `the template of nested stack ${addressOf(resource)} is no file of the input, so its resources are missing; put it beside and name it by a relative TemplateURL`,
    entry.keyOrigin,
  );
  return undefined;
}

/** CDK notes the file of a nested template beside the resource. */
function assetPath(resource: Declaration): string | undefined {
  const metadata = resource.body.entries.get('Metadata')?.value;
  const path = metadata?.kind === 'mapping' ? metadata.entries.get('aws:asset:path')?.value : undefined;
  return path?.kind === 'scalar' ? String(path.value) : undefined;
}

function passedParameters(resource: Declaration): ReadonlyMap<string, Parameter['passed']> {
  const node = resource.properties.entries.get('Parameters')?.value;
  const entries: Iterable<MappingEntry> = node?.kind === 'mapping' ? node.entries.values() : [];
  const result = new Map<string, Parameter['passed']>();
  for (const entry of entries) {
    const answers = new Map<Mode, Value>();
    result.set(entry.key, (mode) => {
      const known = answers.get(mode);
      if (known !== undefined) return known;
      const value = resolveNode(entry.value, { ...resource.scope, mode });
      answers.set(mode, value);
      return value;
    });
  }
  return result;
}
