import type { MappingEntry } from '../cloudformation/node.ts';
import { putHttpDomain } from './api/http-domain.ts';
import { contentId } from './content-id.ts';
import type { Expansion, SamResource } from './expansion.ts';
import { entriesOf, entryOf, fieldOf, isTrue, textAt } from './fields.ts';
import { type Made, type MadeObject, ref, sub } from './made.ts';
import { dependsOnOf, put, taken } from './put.ts';
import { checkWebSocketApi } from './web-socket-checks.ts';

const createdBy = 'websocketapi:createdBy';

/**
 * `AWS::Serverless::WebSocketApi`: the API, an integration and a route for each kind of message, an authorizer of
 * connections, a stage and a domain name.
 */
export function translateWebSocketApi(api: SamResource, expansion: Expansion) {
  checkWebSocketApi(api, expansion);
  const { properties } = api;
  const tags = new Map<string, Made>([
    ...entriesOf(fieldOf(properties, 'Tags')).map((entry) => [entry.key, entry] as const),
    [createdBy, 'SAM'],
  ]);
  put(expansion, api, {
    id: api.id,
    type: 'AWS::ApiGatewayV2::Api',
    properties: {
      ...taken(api, [
        'ApiKeySelectionExpression',
        'Description',
        'DisableExecuteApiEndpoint',
        'DisableSchemaValidation',
        'IpAddressType',
        'RouteSelectionExpression',
      ]),
      Name: entryOf(properties, 'Name') ?? api.id,
      ProtocolType: 'WEBSOCKET',
      Tags: tags,
    },
    attributes: { DependsOn: dependsOnOf(api) },
  });
  const stage = textAt(properties, 'StageName') ?? 'default';
  const routes = entriesOf(fieldOf(properties, 'Routes'));
  for (const route of routes) putRoute(api, route, stage, expansion);
  putAuthorizer(api, expansion);
  const stageId = stageIdOf(api);
  const settings = fieldOf(properties, 'RouteSettings');
  const waits = entriesOf(settings).flatMap(({ key }) =>
    routes.some((route) => route.key === key) ? [`${api.id}${routeName(key)}Route`] : [],
  );
  put(expansion, api, {
    id: stageId,
    type: 'AWS::ApiGatewayV2::Stage',
    properties: {
      ApiId: ref(api.id),
      AutoDeploy: true,
      StageName: entryOf(properties, 'StageName') ?? 'default',
      ...taken(api, ['AccessLogSettings', 'DefaultRouteSettings', 'RouteSettings', 'StageVariables']),
      Tags: isTrue(fieldOf(properties, 'PropagateTags')) ? tags : new Map<string, Made>([[createdBy, 'SAM']]),
    },
    ...(waits.length > 0 && { attributes: { DependsOn: waits } }),
  });
  expansion.references.set(`${api.id}.Stage`, stageId);
  putHttpDomain(api, { stageId, prefix: 'ApiGatewayDomainNameV2', createdBy }, expansion);
}

/** The stage is called `default` unless the user names it. */
function stageIdOf(api: SamResource): string {
  const given = fieldOf(api.properties, 'StageName');
  if (given === undefined) return `${api.id}DefaultStage`;
  const stage = textAt(api.properties, 'StageName');
  if (stage === undefined) return `${api.id}Stage`;
  return /^[A-Za-z0-9]+$/.test(stage) ? `${api.id}${stage}Stage` : contentId(`${api.id}Stage`, stage);
}

/** `$connect` → `Connect`, `send` → `Send`. */
function routeName(key: string): string {
  const name = key.replace(/[^A-Za-z0-9]/g, '');
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
}

function putRoute(api: SamResource, route: MappingEntry, stage: string, expansion: Expansion) {
  const name = `${api.id}${routeName(route.key)}`;
  const target = entryOf(route.value, 'FunctionArn')?.value;
  const given = (key: string) => entryOf(route.value, key);
  const same = [
    'ApiKeyRequired',
    'ModelSelectionExpression',
    'OperationName',
    'RequestModels',
    'RequestParameters',
    'RouteResponseSelectionExpression',
  ];
  put(expansion, api, {
    id: `${name}Integration`,
    type: 'AWS::ApiGatewayV2::Integration',
    properties: {
      ApiId: ref(api.id),
      IntegrationType: 'AWS_PROXY',
      IntegrationUri: functionUri('FunctionArn', target),
      TimeoutInMillis: given('IntegrationTimeout'),
    },
    at: route,
  });
  put(expansion, api, {
    id: `${name}Route`,
    type: 'AWS::ApiGatewayV2::Route',
    properties: {
      ApiId: ref(api.id),
      RouteKey: route.key,
      Target: { 'Fn::Join': ['/', ['integrations', ref(`${name}Integration`)]] },
      ...Object.fromEntries(same.map((key) => [key, given(key)])),
      ...(route.key === '$connect' && authorization(api)),
    },
    at: route,
  });
  const arn = `arn:<AWS::Partition>:execute-api:<AWS::Region>:<AWS::AccountId>:<${api.id}.ApiId>/${stage}/${route.key}`;
  putPermission(api, `${name}Permission`, target, sub(arn), expansion);
}

function putPermission(api: SamResource, id: string, ...[target, source, expansion]: readonly [Made, Made, Expansion]) {
  put(expansion, api, {
    id,
    type: 'AWS::Lambda::Permission',
    properties: {
      Action: 'lambda:InvokeFunction',
      FunctionName: target,
      Principal: 'apigateway.amazonaws.com',
      SourceArn: source,
    },
  });
}

function functionUri(name: string, arn: Made): Made {
  const uri = `arn:<AWS::Partition>:apigateway:<AWS::Region>:lambda:path/2015-03-31/functions/<${name}>/invocations`;
  return sub(uri, { [name]: arn });
}

/** How connections are authorized: the other messages of a connection are not asked again. */
function authorization(api: SamResource): MadeObject {
  const type = entryOf(fieldOf(api.properties, 'Auth'), 'AuthType');
  const custom = textAt(api.properties, 'Auth', 'AuthType')?.toUpperCase() === 'CUSTOM';
  return { AuthorizationType: type, AuthorizerId: custom ? ref(`${api.id}ConnectAuthorizer`) : undefined };
}

function putAuthorizer(api: SamResource, expansion: Expansion) {
  const auth = entryOf(api.properties, 'Auth');
  const target = fieldOf(auth?.value, 'AuthArn');
  if (auth === undefined || target === undefined) return;
  const id = `${api.id}ConnectAuthorizer`;
  const role = entryOf(auth.value, 'InvokeRole');
  put(expansion, api, {
    id,
    type: 'AWS::ApiGatewayV2::Authorizer',
    properties: {
      ApiId: ref(api.id),
      AuthorizerType: 'REQUEST',
      AuthorizerUri: functionUri('AuthArn', target),
      AuthorizerCredentialsArn: role,
      IdentitySource: entryOf(auth.value, 'IdentitySource'),
      Name: entryOf(auth.value, 'Name') ?? id,
    },
    at: auth,
  });
  if (role !== undefined) return;
  const arn = 'arn:<AWS::Partition>:execute-api:<AWS::Region>:<AWS::AccountId>:<__ApiId__>/authorizers/*';
  putPermission(api, `${api.id}AuthorizerPermission`, target, sub(arn, { __ApiId__: ref(api.id) }), expansion);
}
