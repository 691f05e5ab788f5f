import type { Node } from '../../cloudformation/node.ts';
import { diagnose, type Expansion, type SamResource } from '../expansion.ts';
import {
  branchesOf,
  entriesOf,
  entryOf,
  fieldOf,
  isCall,
  isPlainMap,
  isTrue,
  itemsOf,
  textAt,
  textOf,
} from '../fields.ts';
import { type Made, madeNode, ref, toNode } from '../made.ts';
import { settled } from '../settled.ts';
import { addRoutes } from './add-routes.ts';
import { type ApiDraft, isMethod, type Route } from './api-draft.ts';
import { type Authorizer, authorizerUri, identitySources } from './authorizers.ts';
import { leavesOf } from './branching.ts';
import { disableEndpoint } from './disabled-endpoint.ts';
import { type ApiDocument, type Operation, openDocument } from './document.ts';
import { pathConditions } from './implicit-api.ts';
import { addComponents } from './request-model.ts';

const createdBy = 'httpapi:createdBy';

/** The OpenAPI document of an HTTP API: its definition, the routes of events, and what its properties add. */
export function httpDocument(
  draft: ApiDraft,
  authorizers: ReadonlyMap<string, Authorizer>,
  expansion: Expansion,
): ApiDocument {
  const { resource: api } = draft;
  const given = entryOf(api.properties, 'DefinitionBody');
  const document = openDocument(given?.value ?? emptyDefinition(api), api, expansion);
  const routed = addRoutes(
    document,
    draft,
    {
      operation: (route, known) => operationOf(route, known),
      pathCondition: pathConditions(draft, expansion),
      doubles: given === undefined ? 'report' : 'keep',
      merge: false,
    },
    expansion,
  );
  secureRoutes(document, { draft, authorizers, expansion }, routed);
  addTags(document, api);
  const cors = entryOf(api.properties, 'CorsConfiguration');
  if (cors !== undefined && !(isTrue(cors.value) === false && textOf(cors.value) === 'false'))
    document.root.set('x-amazon-apigateway-cors', corsOf(settled(cors.value, expansion)));
  const name = entryOf(api.properties, 'Name');
  if (name !== undefined) setInfo(document, 'title', name, api);
  const description = entryOf(api.properties, 'Description');
  if (description !== undefined) setInfo(document, 'description', description, api);
  const disabled = entryOf(api.properties, 'DisableExecuteApiEndpoint');
  if (disabled !== undefined) disableEndpoint(document, disabled.value, api, true, expansion);
  return document;
}

function emptyDefinition(api: SamResource): Node {
  const info = { version: '1.0', title: ref('AWS::StackName') };
  return toNode({ openapi: '3.0.1', info, paths: {} }, api.entry.origin);
}

function operationOf(route: Route, known: Operation | undefined): Operation {
  const fields: Operation = new Map(known);
  fields.set('x-amazon-apigateway-integration', route.integration);
  if (!fields.has('responses')) fields.set('responses', route.responses);
  const parameters = [...route.path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => ({ name, in: 'path', required: true }));
  if (route.path === '$default') fields.set('isDefaultRoute', true);
  if (parameters.length > 0) fields.set('parameters', parameters);
  return fields;
}

interface HttpAuth {
  readonly draft: ApiDraft;
  readonly authorizers: ReadonlyMap<string, Authorizer>;
  readonly expansion: Expansion;
}

/** Writes the authorizers, and what each route demands: by its event, by the definition, or by default. */
function secureRoutes(
  document: ApiDocument,
  { draft, authorizers, expansion }: HttpAuth,
  routed: ReadonlyMap<Route, readonly Operation[]>,
) {
  const { resource: api } = draft;
  const auth = fieldOf(api.properties, 'Auth');
  const fallback = textAt(auth, 'DefaultAuthorizer');
  const iam = isTrue(fieldOf(auth, 'EnableIamAuthorizer'));
  const schemes = new Map<string, Made>([...authorizers.values()].map((one) => [one.name, schemeOf(one, expansion)]));
  if (iam && !schemes.has('AWS_IAM')) {
    const header = { type: 'apiKey', name: 'Authorization', in: 'header' };
    schemes.set('AWS_IAM', { ...header, 'x-amazon-apigateway-authtype': 'awsSigv4' });
  }
  if (schemes.size > 0) addComponents(document, 'securitySchemes', schemes, api);
  const scopesOf = (name: string, given?: Made): Made => given ?? authorizers.get(name)?.scopes ?? [];
  const demanded = new Set<Operation>();
  for (const [route, operations] of routed) {
    const demand = demandOf(route, { authorizers, iam, fallback }, expansion);
    for (const fields of operations) {
      if (demand === undefined) continue;
      demanded.add(fields);
      fields.set('security', [{ [demand.name]: scopesOf(demand.name, demand.scopes) }]);
    }
  }
  if (fallback === undefined) return;
  for (const fields of operationsOf(document)) {
    if (demanded.has(fields) || secured(fields, authorizers, api)) continue;
    const known = itemsOf(madeNode(fields.get('security'), api.entry.origin));
    fields.set('security', [...known, { [fallback]: scopesOf(fallback) }]);
  }
}

/** Does the definition itself name an authorizer for it? */
function secured(fields: Operation, authorizers: ReadonlyMap<string, Authorizer>, api: SamResource): boolean {
  const given = madeNode(fields.get('security'), api.entry.origin);
  if (given === undefined) return false;
  const names = itemsOf(given).flatMap((item) => entriesOf(item).map(({ key }) => key));
  return names.some((name) => authorizers.has(name) || name === 'AWS_IAM' || name === 'NONE');
}

function* operationsOf(document: ApiDocument): Iterable<Operation> {
  for (const part of document.paths.values()) {
    for (const item of leavesOf(part)) {
      for (const [key, method] of item) if (isMethod(key) && key !== 'options') yield* leavesOf(method);
    }
  }
}

interface Known {
  readonly authorizers: ReadonlyMap<string, Authorizer>;
  readonly iam: boolean;
  readonly fallback: string | undefined;
}

function demandOf({ event }: Route, { authorizers, iam, fallback }: Known, expansion: Expansion) {
  const given = fieldOf(event.properties, 'Auth');
  const authorizer = fieldOf(given, 'Authorizer');
  const name = textOf(authorizer);
  const scopes = entryOf(given, 'AuthorizationScopes');
  const report = (fault: string): undefined => {
    const message = `event ${event.name} of ${event.owner.id}: ${fault}; correct it`;
    diagnose(expansion, 'sam-unknown-reference', message, event.entry.keyOrigin);
  };
  if (scopes !== undefined && scopes.value.kind !== 'sequence') report('AuthorizationScopes must be a list');
  if (name === undefined) {
    if (scopes === undefined || fallback === undefined) return undefined;
    return { name: fallback, scopes: scopes.value };
  }
  if (name === 'NONE') {
    return fallback === undefined
      ? report('Authorizer NONE needs a DefaultAuthorizer on the API')
      : { name, scopes: undefined };
  }
  if (!authorizers.has(name) && !(name === 'AWS_IAM' && iam)) return report(`the API has no authorizer ${name}`);
  return { name, scopes: scopes?.value };
}

const sourcePrefixes = {
  Headers: '$request.header.',
  QueryStrings: '$request.querystring.',
  StageVariables: '$stageVariables.',
  Context: '$context.',
};

function schemeOf(authorizer: Authorizer, expansion: Expansion): Made {
  const { given, kind } = authorizer;
  if (kind === 'jwt') {
    return {
      type: 'oauth2',
      'x-amazon-apigateway-authorizer': {
        type: 'jwt',
        jwtConfiguration: lowerKeys(fieldOf(given, 'JwtConfiguration')),
        identitySource: entryOf(given, 'IdentitySource'),
      },
    };
  }
  const sources = identitySources(authorizer, sourcePrefixes);
  return {
    type: 'apiKey',
    name: 'Unused',
    in: 'header',
    'x-amazon-apigateway-authorizer': {
      type: 'request',
      authorizerUri: authorizerUri(authorizer, expansion.settings.partition),
      authorizerCredentials: entryOf(given, 'FunctionInvokeRole'),
      authorizerPayloadFormatVersion: entryOf(given, 'AuthorizerPayloadFormatVersion'),
      authorizerResultTtlInSeconds: fieldOf(given, 'Identity', 'ReauthorizeEvery'),
      enableSimpleResponses: entryOf(given, 'EnableSimpleResponses'),
      identitySource: sources.length === 0 ? undefined : sources,
    },
  };
}

/** A map with its keys as OpenAPI for API Gateway spells them: `AllowOrigins` → `allowOrigins`. */
function lowerKeys(map: Node | undefined): Made {
  return new Map<string, Made>(
    entriesOf(map).map(({ key, value }) => [`${key.slice(0, 1).toLowerCase()}${key.slice(1)}`, value]),
  );
}

function corsOf(given: Node): Made {
  const branches = branchesOf(given);
  if (branches !== undefined) return { 'Fn::If': [branches.condition, corsOf(branches.yes), corsOf(branches.no)] };
  if (isTrue(given)) return { allowOrigins: ['*'] };
  return isPlainMap(given) && !isCall(given) ? lowerKeys(given) : given;
}

function addTags(document: ApiDocument, api: SamResource) {
  const tags = entriesOf(fieldOf(api.properties, 'Tags')).map(({ key, value }) => [key, value] as const);
  const known = itemsOf(madeNode(document.root.get('tags'), api.entry.origin));
  const all: readonly (readonly [string, Made])[] = [...tags, [createdBy, 'SAM']];
  document.root.set('tags', [
    ...known,
    ...all.map(([name, value]) => ({ name, 'x-amazon-apigateway-tag-value': value })),
  ]);
}

function setInfo(document: ApiDocument, key: string, value: Made, api: SamResource) {
  const info = madeNode(document.root.get('info'), api.entry.origin);
  document.root.set('info', new Map<string, Made>([...(info?.kind === 'mapping' ? info.entries : []), [key, value]]));
}
