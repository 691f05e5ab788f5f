import { initProperty } from '../../catalog/cloud-formation-init.ts';
import type { ResourceId } from '../../model/id.ts';
import type { Resource } from '../../model/resource.ts';
import { type Hole, literalOf } from '../../model/text.ts';
import { type MapValue, textOf, type Value } from '../../model/value.ts';
import { nameHole, singleText } from '../physical-name.ts';
import { declaredString } from './declared.ts';
import { declaredResource } from './function-reference.ts';
import { arnValue, nameValue } from './physical-name.ts';
import { addressOf, propertyValue } from './property.ts';
import { resolveNode } from './resolve.ts';
import { type Declaration, report } from './scope.ts';
import { suppressionsOf } from './suppression.ts';
import { expression } from './value-case.ts';

/** The resource that a declaration stands for, with every property resolved. */
export function translateResource(declaration: Declaration): Resource {
  const { id, type, scope, entry } = declaration;
  const properties = propertiesOf(declaration);
  const arn = singleText(arnValue(declaration));
  return {
    id,
    type,
    address: addressOf(declaration),
    deployment: scope.unit.deployment,
    guard: declaration.guard,
    properties,
    origin: entry.origin,
    name: singleText(nameValue(declaration)) ?? [nameHole({ id, address: addressOf(declaration) })],
    ...(arn !== undefined && { arn }),
    aliases: aliasesOf(declaration),
    onDelete: policyOf(declaration, 'DeletionPolicy', snapshotByDefault(type, properties) ? 'snapshot' : 'delete'),
    onReplace: policyOf(declaration, 'UpdateReplacePolicy', 'delete'),
    dependsOn: dependenciesOf(declaration),
    suppressions: suppressionsOf(declaration),
  };
}

function propertiesOf(declaration: Declaration): MapValue {
  const { properties, scope, body } = declaration;
  const entries = new Map<string, Value>();
  let open: Hole | undefined;
  for (const { key, keyOrigin } of properties.entries.values()) {
    if (key.startsWith('Fn::') || key === 'Ref') {
      report(
        scope,
        'error',
        'function-not-alone',
        `${key} cannot make the Properties of resource ${declaration.logicalId}; name the properties`,
        keyOrigin,
      );
      open = expression(`properties:${declaration.id}`, `the Properties of ${addressOf(declaration)} without ${key}`);
      continue;
    }
    const value = propertyValue(declaration, key, scope);
    if (value !== undefined) entries.set(key, value);
  }
  const init = initOf(declaration);
  if (init !== undefined) entries.set(initProperty, init);
  const origin = body.entries.get('Properties')?.origin ?? declaration.entry.origin;
  return { kind: 'map', entries, origin, ...(open !== undefined && { open }) };
}

/** What `cfn-init` sets up in a machine: it stands in the metadata, and says what runs there as properties do. */
function initOf({ body, scope }: Declaration): Value | undefined {
  const metadata = body.entries.get('Metadata')?.value;
  const init = metadata?.kind === 'mapping' ? metadata.entries.get('AWS::CloudFormation::Init') : undefined;
  return init === undefined ? undefined : resolveNode(init.value, scope);
}

/**
 * Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html
 * ("the default policy is Snapshot for AWS::RDS::DBCluster resources and for AWS::RDS::DBInstance resources that don't
 * specify the DBClusterIdentifier property").
 */
function snapshotByDefault(type: string, properties: MapValue): boolean {
  return (
    type === 'AWS::RDS::DBCluster' ||
    (type === 'AWS::RDS::DBInstance' && !properties.entries.has('DBClusterIdentifier'))
  );
}

function policyOf(declaration: Declaration, name: string, fallback: Resource['onDelete']): Resource['onDelete'] {
  const entry = declaration.body.entries.get(name);
  if (entry === undefined) return fallback;
  const content = textOf(resolveNode(entry.value, declaration.scope));
  const literal = content === undefined ? undefined : literalOf(content);
  switch (literal) {
    case 'Delete':
      return 'delete';
    case 'Retain':
    case 'RetainExceptOnCreate':
      return 'retain';
    case 'Snapshot':
      return 'snapshot';
    case undefined:
      return 'unknown';
    default:
      report(
        declaration.scope,
        'error',
        'unknown-policy',
        `${name} of ${declaration.logicalId} is none of Delete, Retain, RetainExceptOnCreate, Snapshot`,
        entry.keyOrigin,
      );
      return 'unknown';
  }
}

function dependenciesOf(declaration: Declaration): readonly ResourceId[] {
  const entry = declaration.body.entries.get('DependsOn');
  if (entry === undefined) return [];
  const nodes = entry.value.kind === 'sequence' ? entry.value.items : [entry.value];
  return nodes.flatMap((node) => {
    if (node.kind !== 'scalar') {
      report(
        declaration.scope,
        'error',
        'wrong-argument',
        `DependsOn of ${declaration.logicalId} takes logical ids`,
        node.origin,
      );
      return [];
    }
    const target = node.value === null ? undefined : declaredResource(String(node.value), node, declaration.scope);
    return target === undefined ? [] : [target.id];
  });
}

/** CDK writes the construct path beside each resource. */
function aliasesOf(declaration: Declaration): readonly string[] {
  const metadata = declaration.body.entries.get('Metadata')?.value;
  const written = metadata?.kind === 'mapping' ? declaredString(metadata, 'aws:cdk:path') : undefined;
  const nested = declaration.scope.template.addressPrefix !== '';
  const known = nested ? undefined : declaration.scope.unit.constructPaths?.get(declaration.logicalId);
  return [...new Set([written, known].filter((path) => path !== undefined))];
}
