import type { MappingEntry, Node } from '../../cloudformation/node.ts';
import { diagnose, type Expansion, type SamResource } from '../expansion.ts';
import { entriesOf, entryOf, fieldOf, isCall, isPlainMap, isTrue, itemsOf, textAt, textOf } from '../fields.ts';
import { type Made, type MadeObject, sub } from '../made.ts';
import { put } from '../put.ts';

/** An authorizer that an API declares. */
export interface Authorizer {
  readonly name: string;
  readonly given: Node;
  readonly entry: MappingEntry;
  readonly kind: 'cognito' | 'token' | 'request' | 'jwt';
  readonly scopes: Made;
}

/** The authorizers of an API by name; those that are not well-formed are reported and left out. */
export function authorizersOf(api: SamResource, expansion: Expansion): ReadonlyMap<string, Authorizer> {
  const entry = entryOf(fieldOf(api.properties, 'Auth'), 'Authorizers');
  const result = new Map<string, Authorizer>();
  if (entry === undefined) return result;
  if (!isPlainMap(entry.value)) {
    report(api, entry, 'Authorizers must be a map', expansion);
    return result;
  }
  for (const one of entriesOf(entry.value)) {
    const authorizer = isPlainMap(one.value) ? readAuthorizer(api, one, expansion) : undefined;
    if (!isPlainMap(one.value)) report(api, one, `authorizer ${one.key} must be a map`, expansion);
    if (authorizer !== undefined) result.set(one.key, authorizer);
  }
  return result;
}

function report(api: SamResource, at: MappingEntry, fault: string, expansion: Expansion) {
  diagnose(expansion, 'sam-invalid-property', `Auth of ${api.id}: ${fault}; correct it`, at.keyOrigin);
}

function readAuthorizer(api: SamResource, entry: MappingEntry, expansion: Expansion): Authorizer | undefined {
  const { key: name, value: given } = entry;
  const faults = [
    ...identityFaults(given),
    ...(fieldOf(given, 'AuthorizationScopes') !== undefined && itemsOf(fieldOf(given, 'AuthorizationScopes')).length < 1
      ? ['AuthorizationScopes must be a list']
      : []),
  ];
  const scopes = entryOf(given, 'AuthorizationScopes');
  if (scopes !== undefined && scopes.value.kind !== 'sequence' && !isCall(scopes.value))
    faults.push('AuthorizationScopes must be a list');
  const kind = kindOf(api, given);
  if (kind === undefined) faults.push('needs UserPoolArn, FunctionArn or JwtConfiguration');
  faults.push(...payloadFaults(api, given, kind));
  for (const fault of faults) report(api, entry, `authorizer ${name}: ${fault}`, expansion);
  return kind === undefined || faults.length > 0 ? undefined : { name, given, entry, kind, scopes: scopes ?? [] };
}

function kindOf(api: SamResource, given: Node): Authorizer['kind'] | undefined {
  const http = api.type === 'AWS::Serverless::HttpApi';
  if (fieldOf(given, 'FunctionArn') !== undefined) {
    return http || textAt(given, 'FunctionPayloadType')?.toUpperCase() === 'REQUEST' ? 'request' : 'token';
  }
  if (http) return fieldOf(given, 'JwtConfiguration') === undefined ? undefined : 'jwt';
  return fieldOf(given, 'UserPoolArn') === undefined ? undefined : 'cognito';
}

function identityFaults(given: Node): readonly string[] {
  const identity = fieldOf(given, 'Identity');
  if (identity === undefined) return [];
  if (!isPlainMap(identity)) return ['Identity must be a map'];
  return ['Headers', 'QueryStrings', 'StageVariables', 'Context'].flatMap((name) => {
    const list = fieldOf(identity, name);
    const bad =
      list !== undefined &&
      !isCall(list) &&
      (list.kind !== 'sequence' || list.items.some((item) => textOf(item) === undefined));
    return bad ? [`${name} of Identity must be a list of texts`] : [];
  });
}

/** A request authorizer says what of the request it looks at; an HTTP API's one in which format. */
function payloadFaults(api: SamResource, given: Node, kind: Authorizer['kind'] | undefined): readonly string[] {
  if (kind !== 'request') return [];
  if (api.type === 'AWS::Serverless::HttpApi')
    return fieldOf(given, 'AuthorizerPayloadFormatVersion') === undefined
      ? ['needs AuthorizerPayloadFormatVersion']
      : [];
  const identity = fieldOf(given, 'Identity');
  const sources = ['Headers', 'QueryStrings', 'StageVariables', 'Context'].some(
    (name) => fieldOf(identity, name) !== undefined,
  );
  const uncached = textAt(identity, 'ReauthorizeEvery') === '0';
  return sources || uncached ? [] : ['needs Identity with Headers, QueryStrings, StageVariables or Context'];
}

/** What an authorizer looks at, in the words of the API's kind. */
export function identitySources({ given }: Authorizer, prefixes: Readonly<Record<string, string>>): readonly string[] {
  const identity = fieldOf(given, 'Identity');
  return Object.entries(prefixes).flatMap(([name, prefix]) =>
    itemsOf(fieldOf(identity, name)).flatMap((item) => {
      const text = textOf(item);
      return text === undefined ? [] : [`${prefix}${text}`];
    }),
  );
}

/** Where API Gateway calls an authorizer's function. */
export function authorizerUri({ given }: Authorizer, partition: string): MadeObject {
  const uri = `arn:${partition}:apigateway:<AWS::Region>:lambda:path/2015-03-31/functions/<__FunctionArn__>/invocations`;
  return sub(uri, { __FunctionArn__: fieldOf(given, 'FunctionArn') });
}

/** The permissions with which API Gateway calls the functions of authorizers. */
export function putAuthorizerPermissions(
  api: SamResource,
  authorizers: ReadonlyMap<string, Authorizer>,
  expansion: Expansion,
) {
  const arn = `arn:${expansion.settings.partition}:execute-api:<AWS::Region>:<AWS::AccountId>:<__ApiId__>/authorizers/*`;
  for (const { name, given, entry } of authorizers.values()) {
    const target = fieldOf(given, 'FunctionArn');
    if (target === undefined || !wantsPermission(api, given)) continue;
    put(expansion, api, {
      id: `${api.id}${name}AuthorizerPermission`,
      type: 'AWS::Lambda::Permission',
      properties: {
        Action: 'lambda:InvokeFunction',
        FunctionName: target,
        Principal: 'apigateway.amazonaws.com',
        SourceArn: sub(arn, { __ApiId__: { Ref: api.id } }),
      },
      at: entry,
    });
  }
}

/** REST APIs get it unless it is switched off; HTTP APIs only where it is switched on. */
function wantsPermission(api: SamResource, given: Node): boolean {
  if (api.type === 'AWS::Serverless::HttpApi') return isTrue(fieldOf(given, 'EnableFunctionDefaultPermissions'));
  return !isTrue(fieldOf(given, 'DisableFunctionDefaultPermissions'));
}
