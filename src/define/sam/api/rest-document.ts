import type { Expansion, SamResource } from '../expansion.ts';
import { entryOf, fieldOf, isCall, isTrue, itemsOf, textAt, textOf } from '../fields.ts';
import { type Made, madeNode, opened, ref, toNode } from '../made.ts';
import { settled } from '../settled.ts';
import { addRoutes } from './add-routes.ts';
import { type ApiDraft, isMethod } from './api-draft.ts';
import type { Authorizer } from './authorizers.ts';
import { leavesOf } from './branching.ts';
import { disableEndpoint } from './disabled-endpoint.ts';
import { type ApiDocument, type Operation, openDocument } from './document.ts';
import { gatewayResponses } from './gateway-responses.ts';
import { pathConditions } from './implicit-api.ts';
import { addComponents, addModels, merged, requireModel, requireParameters } from './request-model.ts';
import { policyDocument, policyStatements, routeResource } from './resource-policy.ts';
import { restAuthOf, secureOperations, securityDefinitions } from './rest-auth.ts';
import { addCors } from './rest-cors.ts';

/** The OpenAPI document of a REST API: its definition, the routes of events, and what its properties add. */
export function restDocument(
  draft: ApiDraft,
  authorizers: ReadonlyMap<string, Authorizer>,
  expansion: Expansion,
): ApiDocument {
  const { resource: api } = draft;
  const given = entryOf(api.properties, 'DefinitionBody');
  const version = textAt(api.properties, 'OpenApiVersion');
  const document = openDocument(given?.value ?? emptyDefinition(draft, version), api, expansion);
  const three = version !== undefined && /^3\.\d/.test(version);
  const openApi = three || textOf(toNode(document.root.get('openapi'), api.entry.origin))?.startsWith('3') === true;
  const merge = given !== undefined && isTrue(fieldOf(api.properties, 'MergeDefinitions'));
  const routed =
    given === undefined || (merge && document.hadPaths) ? addEventRoutes(document, draft, merge, expansion) : new Map();
  addCors(document, api, three, expansion);
  const auth = restAuthOf(api, authorizers);
  for (const [route, operations] of routed) {
    requireModel(route, operations, document, api, openApi, expansion);
    requireParameters(route, operations, expansion);
  }
  const used = secureOperations(document, auth, routed, expansion);
  const schemes = securityDefinitions(auth, used, expansion);
  if (schemes.size > 0) addSchemes(document, schemes, api, openApi);
  addModels(document, api, openApi, expansion);
  if (openApi) moveToComponents(document, api);
  addPolicy(document, draft, expansion);
  addExtensions(document, api, openApi, expansion);
  return document;
}

function emptyDefinition({ resource }: ApiDraft, version: string | undefined) {
  const three = version?.startsWith('3') === true;
  return toNode(
    {
      ...(three ? { openapi: version } : { swagger: '2.0' }),
      info: { version: '1.0', title: ref('AWS::StackName') },
      paths: {},
    },
    resource.entry.origin,
  );
}

function addEventRoutes(document: ApiDocument, draft: ApiDraft, merge: boolean, expansion: Expansion) {
  const operation = (route: (typeof draft.routes)[number], known: Operation | undefined): Operation => {
    const fields: Operation = new Map();
    const integration = opened(toNode(known?.get('x-amazon-apigateway-integration') ?? {}, route.event.entry.origin));
    for (const [name, value] of Object.entries(route.integration))
      if (value !== undefined) integration.set(name, value);
    return fields.set('x-amazon-apigateway-integration', integration).set('responses', route.responses);
  };
  const pathCondition = pathConditions(draft, expansion);
  return addRoutes(document, draft, { operation, pathCondition, doubles: 'report', merge }, expansion);
}

function addSchemes(document: ApiDocument, schemes: Map<string, Made>, api: SamResource, openApi: boolean) {
  if (openApi) addComponents(document, 'securitySchemes', schemes, api);
  else document.root.set('securityDefinitions', merged(document.root.get('securityDefinitions'), schemes, api));
}

/** What OpenAPI 2 has at the top stands in `components` in OpenAPI 3. */
function moveToComponents(document: ApiDocument, api: SamResource) {
  for (const [old, section] of [
    ['securityDefinitions', 'securitySchemes'],
    ['definitions', 'schemas'],
  ] as const) {
    const known = document.root.get(old);
    if (known === undefined) continue;
    addComponents(document, section, opened(toNode(known, api.entry.origin)), api);
    document.root.delete(old);
  }
}

/** `Auth.ResourcePolicy` of the API, for each of its methods, and of its routes. */
function addPolicy(document: ApiDocument, { resource: api, routes }: ApiDraft, expansion: Expansion) {
  const stage = entryOf(api.properties, 'StageName')?.value;
  const written = fieldOf(api.properties, 'Auth', 'ResourcePolicy');
  const given = written && settled(written, expansion);
  const statements: Made[] = [];
  if (given !== undefined && !isCall(given)) {
    const custom = itemsOf(fieldOf(given, 'CustomStatements'));
    const [first] = policyStatements(given, [], api, expansion).slice(0, 1);
    if (first !== undefined && policyStatements(given, [], api, expansion).length > custom.length) {
      for (const routes of methodsByPath(document)) {
        const resources = routes.map((route) => routeResource(route, stage));
        const all = policyStatements(given, resources, api, expansion);
        statements.push(...all.slice(0, all.length - custom.length));
      }
    }
    statements.push(...custom);
  }
  for (const route of routes) {
    const own = fieldOf(route.event.properties, 'Auth', 'ResourcePolicy');
    if (own === undefined) continue;
    statements.push(...policyStatements(settled(own, expansion), [routeResource(route, stage)], api, expansion));
  }
  const key = 'x-amazon-apigateway-policy';
  const known = madeNode(document.root.get(key), api.entry.origin);
  const policy = policyDocument(
    statements.length === 0 ? [] : [...itemsOf(fieldOf(known, 'Statement')), ...statements],
  );
  if (policy !== undefined) document.root.set(key, policy);
}

type Place = { readonly path: string; readonly method: string };

function methodsByPath(document: ApiDocument): readonly (readonly Place[])[] {
  return [...document.paths].map(([path, part]) => {
    const keys = leavesOf(part).flatMap((item) => [...item.keys()].filter((key) => isMethod(key)));
    return [...new Set(keys)].map((key) => ({ path, method: key.startsWith('x-') ? 'any' : key }));
  });
}

function addExtensions(document: ApiDocument, api: SamResource, openApi: boolean, expansion: Expansion) {
  const { root } = document;
  const responses = gatewayResponses(api, expansion);
  if (responses !== undefined) root.set('x-amazon-apigateway-gateway-responses', responses);
  const media = entryOf(api.properties, 'BinaryMediaTypes');
  if (media !== undefined)
    root.set(
      'x-amazon-apigateway-binary-media-types',
      itemsOf(media.value).map((type) => textOf(type)?.replace(/~1/g, '/') ?? type),
    );
  const disabled = entryOf(api.properties, 'DisableExecuteApiEndpoint');
  if (disabled === undefined) return;
  disableEndpoint(document, disabled.value, api, openApi, expansion);
}
