import type { SecretInClear } from '../../../model/data-keeping.ts';
import type { Forward } from '../../../model/entry.ts';
import { type Fact, mapFact } from '../../../model/fact.ts';
import { type Contribution, defineService, type ResourceView } from '../../../model/service.ts';
import type { RunsAs } from '../../../model/workload.ts';
import { property } from '../../answer.ts';
import { noAnswers } from '../../no-answers.ts';
import { joinSecrets, secretsInEntry } from '../../secret-in-clear.ts';
import { entriesOf, flowsOf, leavesOf } from '../../stated-flow.ts';
import { usedStores } from '../../used-stores.ts';
import { integrationFlows } from '../api-gateway/integration-flow.ts';
import { isRole } from '../api-gateway/open-api.ts';

export default defineService({
  type: 'AWS::ApiGatewayV2::Integration',
  title: 'API integration',
  element: 'part',
  partOf: (view) => [view.read('ApiId')].flatMap((api) => api ?? []),
  service: 'serverless',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-integration.html',
  facts: { ...noAnswers('an integration is part of its API, which answers'), runsAs, secretsInClear },
  structure: { forwards },
  contributes,
  ignored: {
    ConnectionType: 'a link into a VPC leads to the listener or service that IntegrationUri names',
    TlsConfig: 'it says which name the certificate of a private receiver must have',
  },
});

function contributes(view: ResourceView): readonly Contribution[] {
  const to = view.read('ApiId');
  if (to === undefined) return [];
  return [
    { to, dimension: 'runsAs', fact: runsAs(view) },
    { to, dimension: 'secretsInClear', fact: secretsInClear(view) },
  ];
}

function runsAs(view: ResourceView): Fact<readonly RunsAs[]> {
  return mapFact(property(view, 'CredentialsArn'), (role): readonly RunsAs[] =>
    role === undefined || !isRole(role) ? [] : [{ role, purpose: 'service', service: 'apigateway.amazonaws.com' }],
  );
}

/** Values that do not begin with `$` are sent as they stand: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-parameter-mapping.html */
function secretsInClear(view: ResourceView): Fact<readonly SecretInClear[]> {
  return joinSecrets(
    entriesOf(view, 'RequestParameters')
      .filter(
        ({ value }) => value.kind === 'literal' && !/^\$|^(integration|route|context)\./.test(String(value.value)),
      )
      .map(({ name, value }) =>
        secretsInEntry(name.slice(name.lastIndexOf('.') + 1), value, 'request to the integration'),
      ),
  );
}

/** With a subtype the receiver is an AWS service, and what it acts on is among the parameters. */
function forwards(view: ResourceView): Fact<readonly Forward[]> {
  const because = `integration ${view.resource.address}`;
  const named = [
    ...leavesOf(view.read('RequestParameters'), 'RequestParameters'),
    ...leavesOf(view.read('RequestTemplates'), 'RequestTemplates'),
  ];
  const direct = integrationFlows(view, {
    uri: view.read('IntegrationUri'),
    named,
    link: view.read('ConnectionId'),
    because,
  });
  if (view.read('IntegrationSubtype') === undefined) return flowsOf(view, direct);
  return flowsOf(
    view,
    usedStores(view, named).map((flow) => ({ ...flow, because })),
  );
}
