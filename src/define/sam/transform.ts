import type { Diagnostic } from '../../model/diagnostic.ts';
import type { MappingEntry, MappingNode, Node } from '../cloudformation/node.ts';
import { translateHttpApi } from './api/http-api.ts';
import { implicitApis, implicitHttpApi, implicitRestApi } from './api/implicit-api.ts';
import { recordSetGroups } from './api/record-sets.ts';
import { translateRestApi } from './api/rest-api.ts';
import { sharedUsagePlan } from './api/usage-plan.ts';
import { translateApplication } from './application.ts';
import { translateCapacityProvider } from './capacity-provider.ts';
import { translateConnectors } from './connectors/connectors.ts';
import { deploymentGroups } from './deployment-preference.ts';
import {
  createExpansion,
  diagnose,
  type Expansion,
  type SamResource,
  type SamSettings,
  samResource,
} from './expansion.ts';
import { translateFunction } from './function.ts';
import { readGlobals, withGlobals } from './globals.ts';
import { translateGraphqlApi } from './graphql-api.ts';
import { translateLayerVersion } from './layer-version.ts';
import { type Made, opened, toNode } from './made.ts';
import { withReferences } from './references.ts';
import { checkShape } from './shapes/check-shape.ts';
import { requiredByResources, resourceShapes } from './shapes/resources.ts';
import { translateSimpleTable } from './simple-table.ts';
import { translateStateMachine } from './state-machine.ts';
import { translateWebSocketApi } from './web-socket-api.ts';

/** A template after the transform, with what it had to say. */
export interface Transformed {
  readonly root: MappingNode;
  readonly diagnostics: readonly Diagnostic[];
}

/** APIs come after the resources whose events add to them, connectors after everything that they connect. */
const translators: Readonly<Record<string, (resource: SamResource, expansion: Expansion) => void>> = {
  'AWS::Serverless::Function': translateFunction,
  'AWS::Serverless::StateMachine': translateStateMachine,
  'AWS::Serverless::SimpleTable': translateSimpleTable,
  'AWS::Serverless::LayerVersion': translateLayerVersion,
  'AWS::Serverless::Application': translateApplication,
  'AWS::Serverless::CapacityProvider': translateCapacityProvider,
  'AWS::Serverless::GraphQLApi': translateGraphqlApi,
  'AWS::Serverless::WebSocketApi': translateWebSocketApi,
};

/**
 * The transform `AWS::Serverless-2016-10-31`: a template in which each resource of SAM stands as the CloudFormation
 * resources that AWS makes of it. Every made part has the place of the line that causes it. Loops and includes among
 * the resources must have been written out before.
 * Source: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification.html
 */
export function transformSam(root: MappingNode, settings: SamSettings): Transformed {
  const diagnostics: Diagnostic[] = [];
  const globals = readGlobals(root, { settings, diagnostics });
  const declared = declaredResources(root);
  for (const api of implicitApis(declared)) declared.set(api.id, api);
  const resources = new Map(
    [...declared].map(([id, one]) => [id, withGlobals(one, globals, { settings, diagnostics })]),
  );
  const expansion = createExpansion(settings, resources, root.entries.get('Conditions')?.value);
  expansion.diagnostics.push(...diagnostics);
  checkSections(root, expansion);
  openApis(expansion);
  for (const resource of resources.values()) {
    if (resource.type.startsWith('AWS::Serverless::')) translate(resource, expansion);
  }
  for (const draft of expansion.apis.values()) {
    if (draft.resource.type === 'AWS::Serverless::Api') translateRestApi(draft, expansion);
    else translateHttpApi(draft, expansion);
  }
  deploymentGroups(expansion);
  sharedUsagePlan(expansion);
  recordSetGroups(expansion);
  const connectors = translateConnectors(expansion);
  return {
    root: withReferences(written(root, expansion), expansion.references, connectors),
    diagnostics: expansion.diagnostics,
  };
}

function declaredResources(root: MappingNode): Map<string, SamResource> {
  const section = root.entries.get('Resources')?.value;
  const result = new Map<string, SamResource>();
  for (const entry of section?.kind === 'mapping' ? section.entries.values() : []) {
    const resource = samResource(entry);
    if (resource !== undefined) result.set(entry.key, resource);
  }
  return result;
}

/** Sections that are there must be maps. */
function checkSections(root: MappingNode, expansion: Expansion) {
  for (const name of ['Parameters', 'Mappings']) {
    const entry = root.entries.get(name);
    if (entry === undefined || entry.value.kind === 'mapping') continue;
    diagnose(expansion, 'sam-invalid-section', `${name} must be a map; correct or remove it`, entry.keyOrigin);
  }
}

function openApis({ apis, resources }: Expansion) {
  for (const resource of resources.values()) {
    if (resource.type !== 'AWS::Serverless::Api' && resource.type !== 'AWS::Serverless::HttpApi') continue;
    const implicit = resource.id === implicitRestApi || resource.id === implicitHttpApi;
    apis.set(resource.id, { resource, implicit, routes: [] });
  }
}

function translate(resource: SamResource, expansion: Expansion) {
  const { type, id, body, entry } = resource;
  const shape = resourceShapes[type];
  if (shape === undefined) {
    const message = `${id} has the type ${type}, which SAM does not have; correct it`;
    diagnose(expansion, 'sam-unknown-type', message, entry.keyOrigin);
    return;
  }
  const given = body.entries.get('Properties');
  if (
    given !== undefined &&
    given.value.kind !== 'mapping' &&
    !(given.value.kind === 'scalar' && given.value.value === null)
  )
    diagnose(expansion, 'sam-invalid-property', `Properties of ${id} must be a map; correct it`, given.keyOrigin);
  const required = requiredByResources[type] ?? [];
  checkShape(resource.properties, { shape, required, what: id, at: entry, expansion });
  translators[type]?.(resource, expansion);
}

/** The template with the made resources in the place of what caused them. */
function written(root: MappingNode, expansion: Expansion): MappingNode {
  const resources = new Map<string, MappingEntry>();
  for (const resource of expansion.resources.values()) {
    const made = expansion.made.get(resource.id)?.values() ?? [];
    const kept = resource.type.startsWith('AWS::Serverless::') && resourceShapes[resource.type] !== undefined;
    for (const entry of [...(kept ? [] : [resource.entry]), ...made]) {
      if (entry !== resource.entry) reportDouble(entry, resource, expansion);
      if (!resources.has(entry.key)) resources.set(entry.key, amended(entry, expansion));
    }
  }
  for (const group of expansion.made.values())
    for (const entry of group.values()) if (!resources.has(entry.key)) resources.set(entry.key, entry);
  return withSections(root, resources, expansion);
}

/** What is made must not take the name of something that the user declares. */
function reportDouble(entry: MappingEntry, cause: SamResource, expansion: Expansion) {
  if (entry.key === cause.id || !expansion.resources.has(entry.key)) return;
  const message = `${cause.id} makes a resource ${entry.key}, which the template has already; rename that one`;
  diagnose(expansion, 'sam-conflict', message, cause.entry.keyOrigin);
}

function amended(entry: MappingEntry, { amendments }: Expansion): MappingEntry {
  const changes = amendments.get(entry.key);
  const connectors = entry.value.kind === 'mapping' && entry.value.entries.has('Connectors');
  if (changes === undefined && !connectors) return entry;
  const body = opened(entry.value);
  body.delete('Connectors');
  for (const change of changes ?? []) change(body);
  return { ...entry, value: toNode(body, entry.origin) };
}

function withSections(root: MappingNode, resources: Map<string, MappingEntry>, { conditions }: Expansion): MappingNode {
  const section = (key: string, value: Node): MappingEntry => {
    const known = root.entries.get(key);
    return known === undefined ? { key, keyOrigin: root.origin, origin: root.origin, value } : { ...known, value };
  };
  const entries = new Map(root.entries);
  entries.delete('Globals');
  const old = root.entries.get('Resources')?.value;
  const others = [...(old?.kind === 'mapping' ? old.entries.values() : [])].filter(
    (entry) => samResource(entry) === undefined,
  );
  for (const entry of others) resources.set(entry.key, entry);
  entries.set(
    'Resources',
    section('Resources', { kind: 'mapping', entries: resources, origin: old?.origin ?? root.origin }),
  );
  if (conditions.size > 0)
    entries.set('Conditions', section('Conditions', toNode(conditions as ReadonlyMap<string, Made>, root.origin)));
  return { ...root, entries };
}
