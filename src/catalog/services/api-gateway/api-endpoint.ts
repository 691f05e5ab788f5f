import type { Authentication, Endpoint } from '../../../model/entry.ts';
import { bindFact, byDefault, type Fact, given, mapFact, unknown } from '../../../model/fact.ts';
import type { ResourceView } from '../../../model/service.ts';
import { holesOf, literalOf } from '../../../model/text.ts';
import { textOf } from '../../../model/value.ts';
import { choose, flag, members, word } from '../../answer.ts';
import { followValue } from '../../follow.ts';

/** How methods and routes let callers in, by `AuthorizationType`: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html */
const authentications: Readonly<Record<string, Authentication>> = {
  NONE: 'none',
  AWS_IAM: 'iam',
  COGNITO_USER_POOLS: 'cognito',
  CUSTOM: 'custom',
  JWT: 'jwt',
};

/** Who is let in by a method or route; a key alone tells callers apart, but is no more than a password they share. */
export function authorization(view: ResourceView): Fact<Authentication> {
  const type = choose(word(view, 'AuthorizationType', 'NONE'), authentications, 'AuthorizationType');
  return bindFact(type, (authentication): Fact<Authentication> => {
    if (authentication !== 'none') return given(authentication);
    return mapFact(flag(view, 'ApiKeyRequired', false), (key) => (key ? 'api-key' : 'none'));
  });
}

/** One way into an API. Its addresses take nothing but TLS. */
export function apiEndpoint(
  how: Pick<Endpoint, 'authentication' | 'audience' | 'origin' | 'name'> & { readonly protocol?: string },
): Endpoint {
  return { protocol: 'https', ...how, port: 443, encrypted: byDefault('required') };
}

export type EndpointType = 'EDGE' | 'REGIONAL' | 'PRIVATE';

/** Edge-optimized unless said otherwise: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-endpoint-types.html */
export function endpointType(api: ResourceView): Fact<EndpointType> {
  const types = members(api, 'EndpointConfiguration.Types');
  if (types.kind === 'known' && types.value.length === 0) return byDefault<EndpointType>('EDGE', [api.origin()]);
  return bindFact(types, ([first]): Fact<EndpointType> => {
    const text = first === undefined ? [] : (textOf(first) ?? []);
    const type = literalOf(text);
    if (first !== undefined && (type === 'EDGE' || type === 'REGIONAL' || type === 'PRIVATE'))
      return given<EndpointType>(type, [first.origin], first.defaults ?? []);
    const settledBy = holesOf(text)[0]?.settledBy ?? `EndpointConfiguration.Types of ${api.resource.address}`;
    return unknown('the type of the endpoint is not known', settledBy);
  });
}

/** A private API is only reached through interface endpoints of VPCs. */
export function audienceOf(api: ResourceView): Fact<'internet' | 'network'> {
  return mapFact(endpointType(api), (type) => (type === 'PRIVATE' ? 'network' : 'internet'));
}

/** The audience of the API that a part of it names. */
export function audienceThrough(view: ResourceView, path: 'RestApiId'): Fact<'internet' | 'network'> {
  const value = view.read(path);
  if (value === undefined) return unknown('it names no API', `${path} of ${view.resource.address}`, [view.origin()]);
  return bindFact(followValue(view, value, { types: ['AWS::ApiGateway::RestApi'], what: path }), (api) =>
    api === undefined ? byDefault<'internet' | 'network'>('internet') : audienceOf(api),
  );
}
