import type { SecretInClear } from '../../../model/data-keeping.ts';
import type { LogSource } from '../../../model/dimension.ts';
import { bindFact, byDefault, type Fact, mapFact } from '../../../model/fact.ts';
import { type Contribution, defineService, type ResourceView } from '../../../model/service.ts';
import { present, property, within, word } from '../../answer.ts';
import { anyTrue } from '../../combine-facts.ts';
import { noAnswers } from '../../no-answers.ts';
import { secretsInMap } from '../../secret-in-clear.ts';
import { entriesOf } from '../../stated-flow.ts';
import { isThere } from '../api-gateway/stage-settings.ts';

export default defineService({
  type: 'AWS::ApiGatewayV2::Stage',
  title: 'API stage',
  element: 'part',
  partOf: (view) => [view.read('ApiId')].flatMap((api) => api ?? []),
  service: 'serverless',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-stage.html',
  facts: { ...noAnswers('a stage is part of its API, which answers'), logging, secretsInClear },
  structure: {
    settings: (view) => byDefault({ throttled: present(view, 'DefaultRouteSettings.ThrottlingRateLimit') }),
  },
  contributes,
  ignored: {
    AccessPolicyId: 'it is not supported by AWS',
    ClientCertificateId: 'it shows the API’s backend who calls; it lets nobody in',
  },
});

function contributes(view: ResourceView): readonly Contribution[] {
  const to = view.read('ApiId');
  if (to === undefined) return [];
  const throttled = present(view, 'DefaultRouteSettings.ThrottlingRateLimit');
  return [
    { to, dimension: 'logging', fact: logging(view) },
    { to, dimension: 'secretsInClear', fact: secretsInClear(view) },
    { to, dimension: 'settings', fact: byDefault({ throttled, deployed: isThere(view) }) },
  ];
}

/** Access logs need a destination. WebSocket APIs also log executions, from a level that some route sets. */
function logging(view: ResourceView): Fact<readonly LogSource[]> {
  const access = mapFact(
    property(view, 'AccessLogSettings.DestinationArn'),
    (to): LogSource => ({ what: 'access', on: to !== undefined, ...(to !== undefined && { to }) }),
  );
  const routes = entriesOf(view, 'RouteSettings').map(({ value }) => within(view, value));
  const levels = [
    word(view, 'DefaultRouteSettings.LoggingLevel', ''),
    ...routes.map((route) => word(route, 'LoggingLevel', '')),
  ];
  const executions = anyTrue(levels.map((level) => mapFact(level, (name) => name !== '' && name !== 'OFF')));
  if (executions.kind === 'known' && !executions.value) return mapFact(access, (log) => [log]);
  return bindFact(access, (log) => mapFact(executions, (on) => (on ? [log, { what: 'execution', on }] : [log])));
}

function secretsInClear(view: ResourceView): Fact<readonly SecretInClear[]> {
  return secretsInMap(view, 'StageVariables', 'stage variables');
}
