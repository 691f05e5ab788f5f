import type { Authentication, Endpoint, Forward } from '../../../model/entry.ts';
import { bindFact, byDefault, type Fact, given, unknown } from '../../../model/fact.ts';
import type { Origin } from '../../../model/origin.ts';
import type { ResourceView } from '../../../model/service.ts';
import { literalOf } from '../../../model/text.ts';
import { type MapValue, textOf, type Value } from '../../../model/value.ts';
import type { RunsAs } from '../../../model/workload.ts';
import { optionsOf, property } from '../../answer.ts';
import { isGiven } from '../../combine-facts.ts';
import { leavesOf } from '../../stated-flow.ts';
import { apiEndpoint } from './api-endpoint.ts';
import { integrationFlows, linkedFlow, targetedFlow } from './integration-flow.ts';

/** One operation of an API's definition: a method of a path, with what API Gateway's extensions say about it. */
interface Operation {
  readonly name: string;
  readonly definition: MapValue;
  /** `security` and `securitySchemes` of the whole definition. */
  readonly whole: MapValue;
}

const methods = new Set(['get', 'put', 'post', 'delete', 'patch', 'head', 'options', 'x-amazon-apigateway-any-method']);

/** The operations of a definition in `Body`, under whatever condition it is given. */
function operations(view: ResourceView): readonly Operation[] {
  return optionsOf(view.read('Body')).flatMap(({ value: whole }) => {
    if (whole?.kind !== 'map') return [];
    return entries(whole.entries.get('paths')).flatMap(([path, item]) =>
      entries(item).flatMap(([method, definition]): readonly Operation[] =>
        methods.has(method.toLowerCase()) && definition.kind === 'map'
          ? [{ name: `${method} ${path}`, definition, whole }]
          : [],
      ),
    );
  });
}

/**
 * The ways in that a definition states. A definition that is kept elsewhere, or is not known, is unknown; an API without
 * one has its methods or routes as resources of their own.
 */
export function definedEndpoints(view: ResourceView, audience: Endpoint['audience']): Fact<readonly Endpoint[]> {
  const missing = missingDefinition(view);
  if (missing !== undefined) return missing;
  const endpoints = operations(view)
    .filter((operation) => !isPreflight(operation))
    .map((operation) =>
      apiEndpoint({
        name: operation.name,
        authentication: authenticationOf(operation),
        audience,
        origin: operation.definition.origin,
      }),
    );
  if (endpoints.length === 0) return byDefault<readonly Endpoint[]>([], [view.origin()]);
  return bindFact(property(view, 'Body'), () => given<readonly Endpoint[]>(endpoints));
}

function missingDefinition(view: ResourceView): Fact<never> | undefined {
  const body = view.read('Body');
  const elsewhere = view.read('BodyS3Location');
  const name = view.resource.address;
  if (body?.kind === 'unknown') return unknown('the definition is not known', body.hole.settledBy, [body.origin]);
  const found = body?.kind === 'map' && body.open !== undefined && !body.entries.has('paths') ? body.open : undefined;
  if (found !== undefined)
    return unknown('the definition is only partly known', found.settledBy, [view.origin('Body')]);
  if (elsewhere === undefined) return undefined;
  return unknown('the definition is not in the template', `the definition of ${name}`, [elsewhere.origin]);
}

/** Where operations send requests. */
export function definedFlows(view: ResourceView): readonly Forward[] {
  return operations(view).flatMap((operation) => {
    const integration = integrationOf(operation);
    if (integration === undefined) return [];
    const [uri, link, target] = ['uri', 'connectionId', 'integrationTarget'].map((name) =>
      integration.entries.get(name),
    );
    const because = `${operation.name} of ${view.resource.address}`;
    if (target !== undefined && isGiven(target)) return targetedFlow(view, { uri, target, link, because });
    // The link of a REST API without a target is the load balancer's.
    if (link !== undefined && isGiven(link) && view.resource.type === 'AWS::ApiGateway::RestApi')
      return linkedFlow(view, { uri, link, because });
    return integrationFlows(view, { uri, link, named: leavesOf(integration, 'integration'), because });
  });
}

/** The roles that operations send requests with. */
export function definedRoles(view: ResourceView): readonly RunsAs[] {
  return operations(view).flatMap((operation): readonly RunsAs[] => {
    const role = integrationOf(operation)?.entries.get('credentials');
    return role === undefined || !isRole(role)
      ? []
      : [{ role, purpose: 'service', service: 'apigateway.amazonaws.com' }];
  });
}

/** `arn:aws:iam::*:user/*` passes on the caller's own identity. */
export function isRole(credentials: Value): boolean {
  return !/:user\/\*$/.test(literalOf(textOf(credentials) ?? []) ?? '');
}

function integrationOf({ definition }: Operation): MapValue | undefined {
  const integration = definition.entries.get('x-amazon-apigateway-integration');
  return integration?.kind === 'map' ? integration : undefined;
}

/** An `OPTIONS` that answers by itself tells browsers about CORS and nothing else. */
function isPreflight(operation: Operation): boolean {
  return /^options /i.test(operation.name) && word(integrationOf(operation)?.entries.get('type')) === 'mock';
}

/**
 * `x-amazon-apigateway-auth`, else the first scheme of `security`, else nobody is asked.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions.html
 */
function authenticationOf({ definition, whole }: Operation): Fact<Authentication> {
  const stated = word(inside(definition.entries.get('x-amazon-apigateway-auth'), 'type'));
  if (stated === 'aws_iam') return given<Authentication>('iam', [definition.origin]);
  const security = definition.entries.get('security') ?? whole.entries.get('security');
  if (security === undefined) return byDefault<Authentication>('none', [definition.origin]);
  if (security.kind !== 'list') return unsettled(security, 'security of the definition');
  const schemes = security.items.flatMap((item) => entries(item).map(([name]) => name));
  const [first] = schemes.map((name) => authenticationOfScheme(whole, name, security.origin));
  return first ?? given<Authentication>('none', [security.origin]);
}

/** `NONE` without a scheme of that name is how SAM leaves an operation open whose API asks for a token elsewhere. */
function authenticationOfScheme(whole: MapValue, name: string, origin: Origin): Fact<Authentication> {
  const scheme = schemeOf(whole, name);
  return scheme === undefined && name === 'NONE' ? given<Authentication>('none', [origin]) : authenticationBy(scheme);
}

function schemeOf(whole: MapValue, name: string): Value | undefined {
  return (
    inside(inside(inside(whole, 'components'), 'securitySchemes'), name) ??
    inside(inside(whole, 'securityDefinitions'), name)
  );
}

const schemeTypes: Readonly<Record<string, Authentication>> = {
  awssigv4: 'iam',
  cognito_user_pools: 'cognito',
  custom: 'custom',
  jwt: 'jwt',
  request: 'custom',
  token: 'custom',
};

function authenticationBy(scheme: Value | undefined): Fact<Authentication> {
  if (scheme === undefined) return unknown('the security scheme is not defined', 'securitySchemes of the definition');
  const kinds = [
    word(inside(inside(scheme, 'x-amazon-apigateway-authorizer'), 'type')),
    word(inside(scheme, 'x-amazon-apigateway-authtype')),
  ];
  for (const kind of kinds) {
    const found = kind !== undefined && Object.hasOwn(schemeTypes, kind) ? schemeTypes[kind] : undefined;
    if (found !== undefined) return given(found, [scheme.origin]);
  }
  if (word(inside(scheme, 'type')) === 'apikey') return given<Authentication>('api-key', [scheme.origin]);
  return unsettled(scheme, 'the authorizer of the security scheme');
}

function unsettled(value: Value, what: string): Fact<Authentication> {
  return unknown('the security scheme is not known', value.kind === 'unknown' ? value.hole.settledBy : what, [
    value.origin,
  ]);
}

function entries(value: Value | undefined): readonly (readonly [string, Value])[] {
  return value?.kind === 'map' ? [...value.entries] : [];
}

function inside(value: Value | undefined, name: string): Value | undefined {
  return value?.kind === 'map' ? value.entries.get(name) : undefined;
}

/** A literal in lower case: kinds are written either way. */
function word(value: Value | undefined): string | undefined {
  return value === undefined ? undefined : literalOf(textOf(value) ?? [])?.toLowerCase();
}
