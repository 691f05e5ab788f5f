import type { Recovery } from '../../../model/data-keeping.ts';
import type { AnswerOf, LogSource } from '../../../model/dimension.ts';
import type { EncryptionInTransit, Endpoint, Forward } from '../../../model/entry.ts';
import { bindFact, byDefault, type Fact, given, mapFact, notApplicable } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import type { RunsAs } from '../../../model/workload.ts';
import { present, word } from '../../answer.ts';
import { anyOrigin } from '../../any-origin.ts';
import { inRegion } from '../../aws-api.ts';
import { flowsOf } from '../../stated-flow.ts';
import { apiEndpoint } from '../api-gateway/api-endpoint.ts';
import { integrationFlows } from '../api-gateway/integration-flow.ts';
import { definedEndpoints, definedFlows, definedRoles } from '../api-gateway/open-api.ts';

/** Routes, integrations, stages and authorizers are resources of their own, which add to these answers. */
export default defineService({
  type: 'AWS::ApiGatewayV2::Api',
  title: 'HTTP or WebSocket API',
  element: 'process',
  service: 'serverless',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-api.html',
  facts: {
    placement: inRegion,
    runsAs,
    endpoints,
    encryptionAtRest: notApplicable('an API stores nothing'),
    // https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-ciphers.html
    encryptionInTransit: () => byDefault<EncryptionInTransit>({ state: 'required', minimumTls: '1.2' }),
    // Logs belong to stages; an API without one is not deployed.
    logging: (view) => byDefault<readonly LogSource[]>([], [view.origin()]),
    recovery: () => byDefault<Recovery>({ backups: 'unsupported', deletionProtection: 'unsupported', zones: 'many' }),
    secretsInClear: notApplicable('integrations and stages hold values, and they answer'),
    software: notApplicable('API Gateway runs no software that the customer chooses'),
    resourcePolicy: notApplicable('HTTP and WebSocket APIs have no policies of their own'),
  },
  structure: { forwards, settings },
  ignored: {
    ApiKeySelectionExpression: 'it says where callers put their key, not whether one is asked for',
    DisableExecuteApiEndpoint: 'a custom domain name reaches the same routes from the same places',
    DisableSchemaValidation: 'it decides about the definition’s own form, when it is imported',
    IpAddressType: 'the API is on the internet over either version of IP',
  },
});

/**
 * Without a CORS configuration no page of another website reads answers. A quick create makes a stage by itself.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-stages.html
 */
function settings(view: ResourceView): Fact<AnswerOf<'settings'>> {
  const deployed = present(view, 'Target');
  return mapFact(present(view, 'CorsConfiguration'), (is) =>
    is ? { deployed, anyOriginAllowed: anyOrigin(view, 'CorsConfiguration') } : { deployed },
  );
}

function runsAs(view: ResourceView): Fact<readonly RunsAs[]> {
  const own = view.read('CredentialsArn');
  const roles: readonly RunsAs[] = [
    ...(own === undefined ? [] : [{ role: own, purpose: 'service' as const, service: 'apigateway.amazonaws.com' }]),
    ...definedRoles(view),
  ];
  return roles.length === 0 ? byDefault<readonly RunsAs[]>([], [view.origin()]) : given(roles);
}

/** `Target` makes one route that asks nobody: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop.html */
function endpoints(view: ResourceView): Fact<readonly Endpoint[]> {
  const audience = byDefault('internet' as const);
  const protocol = word(view, 'ProtocolType', 'HTTP');
  if (protocol.kind === 'known' && protocol.value === 'WEBSOCKET') return given([connection(view)]);
  const quick = present(view, 'Target');
  if (quick.kind === 'known' && !quick.value) return definedEndpoints(view, audience);
  return bindFact(quick, (made) =>
    made
      ? given<readonly Endpoint[]>([
          apiEndpoint({ authentication: byDefault('none'), audience, origin: view.origin('Target') }),
        ])
      : definedEndpoints(view, audience),
  );
}

/**
 * Setting up $connect is optional, and authorization can be configured there alone: without it nobody is asked
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-route-keys-connect-disconnect.html).
 */
function connection(view: ResourceView): Endpoint {
  const way = { authentication: byDefault('none' as const), audience: byDefault('internet' as const) };
  return { ...apiEndpoint({ ...way, name: '$connect', protocol: 'wss', origin: view.origin() }), standsIn: true };
}

function forwards(view: ResourceView): Fact<readonly Forward[]> {
  const because = `every request to ${view.resource.address}`;
  return flowsOf(view, [
    ...integrationFlows(view, { uri: view.read('Target'), named: [], because }),
    ...definedFlows(view),
  ]);
}
