import type { SecretInClear } from '../../../model/data-keeping.ts';
import type { Endpoint, Forward } from '../../../model/entry.ts';
import { bindFact, type Fact, given, mapFact } from '../../../model/fact.ts';
import { type Contribution, defineService, type ResourceView } from '../../../model/service.ts';
import type { RunsAs } from '../../../model/workload.ts';
import { present, property, word } from '../../answer.ts';
import { isGiven } from '../../combine-facts.ts';
import { noAnswers } from '../../no-answers.ts';
import { joinSecrets, secretsInEntry } from '../../secret-in-clear.ts';
import { entriesOf, flowsOf, leavesOf } from '../../stated-flow.ts';
import { apiEndpoint, audienceThrough, authorization } from './api-endpoint.ts';
import { integrationFlows, linkedFlow, targetedFlow } from './integration-flow.ts';
import { isRole } from './open-api.ts';

export default defineService({
  type: 'AWS::ApiGateway::Method',
  title: 'REST API method',
  element: 'part',
  partOf: (view) => [view.read('RestApiId')].flatMap((api) => api ?? []),
  service: 'serverless',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-method.html',
  facts: {
    ...noAnswers('a method is part of its API, which answers'),
    endpoints,
    runsAs,
    secretsInClear,
  },
  structure: {
    forwards,
    settings: (view) => given({ requestValidation: present(view, 'RequestValidatorId') }),
  },
  contributes,
  ignored: {
    AuthorizationScopes: 'they narrow what a caller who is let in may ask for',
    AuthorizerId: 'AuthorizationType says how callers are let in, and the authorizer where they are checked',
  },
});

function contributes(view: ResourceView): readonly Contribution[] {
  const to = view.read('RestApiId');
  if (to === undefined) return [];
  return [
    { to, dimension: 'endpoints', fact: endpoints(view) },
    { to, dimension: 'runsAs', fact: runsAs(view) },
    { to, dimension: 'secretsInClear', fact: secretsInClear(view) },
  ];
}

/** One way in for each method. An `OPTIONS` that answers by itself tells browsers about CORS and nothing else. */
function endpoints(view: ResourceView): Fact<readonly Endpoint[]> {
  return bindFact(word(view, 'HttpMethod', ''), (method): Fact<readonly Endpoint[]> => {
    const endpoint = apiEndpoint({
      name: `${method} ${view.resource.address}`,
      authentication: authorization(view),
      audience: audienceThrough(view, 'RestApiId'),
      origin: view.origin(),
    });
    if (method !== 'OPTIONS') return given([endpoint], [view.origin()]);
    return mapFact(word(view, 'Integration.Type', ''), (type) => (type === 'MOCK' ? [] : [endpoint]));
  });
}

function runsAs(view: ResourceView): Fact<readonly RunsAs[]> {
  return mapFact(property(view, 'Integration.Credentials'), (role): readonly RunsAs[] =>
    role === undefined || !isRole(role) ? [] : [{ role, purpose: 'service', service: 'apigateway.amazonaws.com' }],
  );
}

/** Values in single quotes are sent as they stand; others are taken from the request. */
function secretsInClear(view: ResourceView): Fact<readonly SecretInClear[]> {
  return joinSecrets(
    entriesOf(view, 'Integration.RequestParameters')
      .filter(({ value }) => value.kind === 'literal' && /^'.*'$/.test(String(value.value)))
      .map(({ name, value }) =>
        secretsInEntry(name.slice(name.lastIndexOf('.') + 1), value, 'request to the integration'),
      ),
  );
}

function forwards(view: ResourceView): Fact<readonly Forward[]> {
  const because = `method ${view.resource.address}`;
  const link = view.read('Integration.ConnectionId');
  const uri = view.read('Integration.Uri');
  const target = view.read('Integration.IntegrationTarget');
  if (target !== undefined && isGiven(target)) return flowsOf(view, targetedFlow(view, { uri, target, link, because }));
  if (link !== undefined && isGiven(link)) return flowsOf(view, linkedFlow(view, { uri, link, because }));
  const flows = integrationFlows(view, {
    uri,
    named: [
      ...leavesOf(view.read('Integration.RequestTemplates'), 'RequestTemplates'),
      ...leavesOf(view.read('Integration.RequestParameters'), 'RequestParameters'),
    ],
    because,
  });
  return flowsOf(view, flows);
}
