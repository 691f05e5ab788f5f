import type { Endpoint } from '../../../model/entry.ts';
import { bindFact, byDefault, type Fact, given, mapFact, notApplicable } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { word } from '../../answer.ts';
import { followValue } from '../../follow.ts';
import { noAnswers } from '../../no-answers.ts';
import { apiEndpoint, authorization } from '../api-gateway/api-endpoint.ts';

export default defineService({
  type: 'AWS::ApiGatewayV2::Route',
  title: 'API route',
  element: 'part',
  partOf: (view) => [view.read('ApiId')].flatMap((api) => api ?? []),
  service: 'serverless',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-route.html',
  facts: { ...noAnswers('a route is part of its API, which answers'), endpoints },
  contributes: (view) =>
    [view.read('ApiId')].flatMap((to) =>
      to === undefined ? [] : [{ to, dimension: 'endpoints' as const, fact: endpoints(view) }],
    ),
  ignored: {
    AuthorizationScopes: 'they narrow what a caller who is let in may ask for',
    AuthorizerId: 'AuthorizationType says how callers are let in, and the authorizer where they are checked',
    Target: 'the integration that it names states where requests go',
  },
});

/**
 * One way in for each route. Callers of a WebSocket API are asked who they are when they connect, and not again.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-control-access.html
 */
function endpoints(view: ResourceView): Fact<readonly Endpoint[]> {
  const key = word(view, 'RouteKey', '');
  const way = {
    ...(key.kind === 'known' && { name: key.value }),
    authentication: authorization(view),
    audience: byDefault('internet' as const),
    origin: view.origin(),
  };
  const connects = mapFact(key, (route) => route === '$connect');
  if (key.kind === 'known' && key.value === '$connect') return given([apiEndpoint({ ...way, protocol: 'wss' })]);
  return bindFact(protocolOf(view), (protocol): Fact<readonly Endpoint[]> => {
    if (protocol !== 'WEBSOCKET') return given([apiEndpoint(way)], [view.origin()]);
    return bindFact(connects, (yes) =>
      yes
        ? given([apiEndpoint({ ...way, protocol: 'wss' })])
        : notApplicable('callers are let in when they connect, and $connect answers'),
    );
  });
}

function protocolOf(view: ResourceView): Fact<string> {
  const api = view.read('ApiId');
  if (api === undefined) return byDefault('HTTP');
  return bindFact(followValue(view, api, { types: ['AWS::ApiGatewayV2::Api'], what: 'ApiId' }), (found) =>
    found === undefined ? byDefault('HTTP') : word(found, 'ProtocolType', 'HTTP'),
  );
}
