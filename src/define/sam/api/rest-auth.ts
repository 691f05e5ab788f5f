import type { Origin } from '../../../model/origin.ts';
import type { Node } from '../../cloudformation/node.ts';
import { diagnose, type Expansion, type SamResource } from '../expansion.ts';
import { entriesOf, entryOf, fieldOf, isFalse, isTrue, itemsOf, textAt, textOf } from '../fields.ts';
import { type Made, madeNode, opened, toNode } from '../made.ts';
import { isMethod, type Route } from './api-draft.ts';
import { type Authorizer, authorizerUri, identitySources } from './authorizers.ts';
import { leavesOf } from './branching.ts';
import type { ApiDocument, Operation, PathItem } from './document.ts';

/** What a document of a REST API has of authorization. */
export interface RestAuth {
  readonly authorizers: ReadonlyMap<string, Authorizer>;
  readonly defaultAuthorizer: string | undefined;
  readonly keyRequired: boolean;
  readonly invokeRole: Node | undefined;
  /** Does what is demanded by default hold for CORS preflight requests too? */
  readonly preflight: { readonly authorizer: boolean; readonly key: boolean };
  readonly origin: Origin;
}

export function restAuthOf(api: SamResource, authorizers: ReadonlyMap<string, Authorizer>): RestAuth {
  const auth = fieldOf(api.properties, 'Auth');
  return {
    authorizers,
    defaultAuthorizer: textAt(auth, 'DefaultAuthorizer'),
    keyRequired: isTrue(fieldOf(auth, 'ApiKeyRequired')),
    invokeRole: fieldOf(auth, 'InvokeRole'),
    preflight: {
      authorizer: !isFalse(fieldOf(auth, 'AddDefaultAuthorizerToCorsPreflight')),
      key: !isFalse(fieldOf(auth, 'AddApiKeyRequiredToCorsPreflight')),
    },
    origin: api.entry.origin,
  };
}

const iam = 'AWS_IAM';
const none = 'NONE';
const key = 'api_key';

/** The `securityDefinitions` for everything that operations may name. */
export function securityDefinitions(
  auth: RestAuth,
  used: ReadonlySet<string>,
  expansion: Expansion,
): Map<string, Made> {
  const result = new Map<string, Made>();
  for (const authorizer of auth.authorizers.values()) result.set(authorizer.name, definitionOf(authorizer, expansion));
  const header = (name: string) => ({ type: 'apiKey', name, in: 'header' });
  if (used.has(iam)) result.set(iam, { ...header('Authorization'), 'x-amazon-apigateway-authtype': 'awsSigv4' });
  if (used.has(key)) result.set(key, header('x-api-key'));
  return result;
}

const sourcePrefixes = {
  Headers: 'method.request.header.',
  QueryStrings: 'method.request.querystring.',
  StageVariables: 'stageVariables.',
  Context: 'context.',
};

function definitionOf(authorizer: Authorizer, expansion: Expansion): Made {
  const { given, kind } = authorizer;
  const identity = fieldOf(given, 'Identity');
  const simple = {
    type: 'apiKey',
    name: kind === 'request' ? 'Unused' : (entryOf(identity, 'Header')?.value ?? 'Authorization'),
    in: 'header',
  };
  if (kind === 'cognito') {
    return {
      ...simple,
      'x-amazon-apigateway-authtype': 'cognito_user_pools',
      'x-amazon-apigateway-authorizer': {
        type: 'cognito_user_pools',
        providerARNs: itemsOf(fieldOf(given, 'UserPoolArn')),
        identityValidationExpression: entryOf(identity, 'ValidationExpression'),
      },
    };
  }
  const sources = identitySources(authorizer, sourcePrefixes);
  const role = entryOf(given, 'FunctionInvokeRole');
  return {
    ...simple,
    'x-amazon-apigateway-authtype': 'custom',
    'x-amazon-apigateway-authorizer': {
      type: kind,
      authorizerUri: authorizerUri(authorizer, expansion.settings.partition),
      authorizerCredentials: textOf(role?.value) === none ? undefined : role,
      authorizerResultTtlInSeconds: entryOf(identity, 'ReauthorizeEvery'),
      identityValidationExpression: kind === 'token' ? entryOf(identity, 'ValidationExpression') : undefined,
      identitySource: kind === 'request' && sources.length > 0 ? sources.join(', ') : undefined,
    },
  };
}

/** What one operation demands, as far as its event says. */
interface Demand {
  readonly authorizer?: string;
  readonly scopes?: Made;
  readonly key?: boolean;
}

/** Writes `security` into every operation; returns the names of the schemes that are used. */
export function secureOperations(
  document: ApiDocument,
  auth: RestAuth,
  routed: ReadonlyMap<Route, readonly Operation[]>,
  expansion: Expansion,
): ReadonlySet<string> {
  const used = new Set<string>();
  const demands = new Map<Operation, Demand>();
  for (const [route, operations] of routed) {
    const demand = demandOf(route, auth, expansion);
    for (const operation of operations) demands.set(operation, demand);
    if ((demand.authorizer ?? auth.defaultAuthorizer) === iam) giveCredentials(route, operations, auth);
  }
  for (const part of document.paths.values()) {
    for (const item of leavesOf(part)) secureItem(item, { auth, demands, used });
  }
  if (auth.defaultAuthorizer === iam) used.add(iam);
  return used;
}

interface Security {
  readonly auth: RestAuth;
  readonly demands: ReadonlyMap<Operation, Demand>;
  readonly used: Set<string>;
}

function secureItem(item: PathItem, security: Security) {
  const { preflight, keyRequired, defaultAuthorizer } = security.auth;
  for (const [method, operation] of item) {
    if (!isMethod(method)) continue;
    const options = method.toLowerCase() === 'options';
    const authorizer = options && !preflight.authorizer ? undefined : defaultAuthorizer;
    const key = keyRequired && (!options || preflight.key);
    for (const fields of leavesOf(operation))
      secure(fields, { ...(authorizer !== undefined && { authorizer }), key }, security);
  }
}

/** What the event demands goes before the definition, and that before the API's default. */
function secure(fields: Operation, byDefault: Demand, { auth, demands, used }: Security) {
  const demand = demands.get(fields);
  const known = itemsOf(madeNode(fields.get('security'), auth.origin));
  // An authorizer that the event names takes the place of the definition's.
  const given = demand?.authorizer === undefined ? known : known.filter((one) => !namesAuthorizer(one, auth));
  const list: Made[] = [...given];
  const scheme =
    demand?.authorizer ?? (given.some((one) => namesAuthorizer(one, auth)) ? undefined : byDefault.authorizer);
  if (scheme !== undefined) {
    list.push({ [scheme]: scopesFor(scheme, demand, auth) });
    used.add(scheme);
  }
  if (demand?.key ?? byDefault.key) {
    if (!given.some((one) => fieldOf(one, key) !== undefined)) list.push({ [key]: [] });
    used.add(key);
  }
  if (list.length > given.length || given.length < known.length) fields.set('security', list);
}

function namesAuthorizer(requirement: Node, auth: RestAuth): boolean {
  return entriesOf(requirement).some(({ key: name }) => name === none || name === iam || auth.authorizers.has(name));
}

function scopesFor(scheme: string, demand: Demand | undefined, auth: RestAuth): Made {
  return demand?.scopes ?? auth.authorizers.get(scheme)?.scopes ?? [];
}

function demandOf(route: Route, auth: RestAuth, expansion: Expansion): Demand {
  const { event } = route;
  const given = fieldOf(event.properties, 'Auth');
  const authorizer = fieldOf(given, 'Authorizer');
  const required = fieldOf(given, 'ApiKeyRequired');
  const name = textOf(authorizer);
  const report = (fault: string) => {
    const message = `event ${event.name} of ${event.owner.id}: ${fault}; correct it`;
    diagnose(expansion, 'sam-unknown-reference', message, event.entry.keyOrigin);
  };
  if (authorizer !== undefined && name === undefined) report('Authorizer must be the name of an authorizer');
  else if (name === none && auth.defaultAuthorizer === undefined)
    report('Authorizer NONE needs a DefaultAuthorizer on the API');
  else if (name !== undefined && name !== none && name !== iam && !auth.authorizers.has(name))
    report(`the API has no authorizer ${name}`);
  if (isFalse(required) && !auth.keyRequired) report('ApiKeyRequired false needs an API that requires a key');
  const scopes = entryOf(given, 'AuthorizationScopes');
  if (scopes !== undefined && scopes.value.kind !== 'sequence') report('AuthorizationScopes must be a list');
  return {
    ...(name !== undefined && { authorizer: name }),
    ...(scopes !== undefined && { scopes }),
    ...(required !== undefined && { key: isTrue(required) }),
  };
}

/** With IAM, API Gateway calls the integration as the caller unless the user says with which role. */
function giveCredentials({ event }: Route, operations: readonly Operation[], { invokeRole }: RestAuth) {
  const role = fieldOf(event.properties, 'Auth', 'InvokeRole') ?? invokeRole;
  if (textOf(role) === none) return;
  for (const fields of operations) {
    const name = 'x-amazon-apigateway-integration';
    const integration = opened(toNode(fields.get(name), event.entry.origin));
    if (integration.has('credentials')) continue;
    const credentials = role === undefined || textOf(role) === 'CALLER_CREDENTIALS' ? 'arn:aws:iam::*:user/*' : role;
    fields.set(name, integration.set('credentials', credentials));
  }
}
