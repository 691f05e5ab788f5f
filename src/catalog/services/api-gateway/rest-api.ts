import type { Recovery } from '../../../model/data-keeping.ts';
import type { LogSource, Placement } from '../../../model/dimension.ts';
import type { EncryptionInTransit } from '../../../model/entry.ts';
import { byDefault, type Fact, given, mapFact, notApplicable } from '../../../model/fact.ts';
import type { PolicySource } from '../../../model/policy.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import type { RunsAs } from '../../../model/workload.ts';
import { within, word } from '../../answer.ts';
import { flowsOf } from '../../stated-flow.ts';
import { statedPolicies } from '../../stated-policies.ts';
import { audienceOf, endpointType } from './api-endpoint.ts';
import { definedEndpoints, definedFlows, definedRoles } from './open-api.ts';

/** Methods, stages and authorizers are resources of their own, which add to these answers. */
export default defineService({
  type: 'AWS::ApiGateway::RestApi',
  title: 'REST API',
  element: 'process',
  service: 'serverless',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-restapi.html',
  facts: {
    placement,
    runsAs,
    endpoints: (view) => definedEndpoints(view, audienceOf(view)),
    encryptionAtRest: notApplicable('an API stores nothing; the cache of a stage does, and the stage answers'),
    encryptionInTransit,
    // Logs belong to stages; an API without one is not deployed.
    logging: (view) => byDefault<readonly LogSource[]>([], [view.origin()]),
    recovery: () => byDefault<Recovery>({ backups: 'unsupported', deletionProtection: 'unsupported', zones: 'many' }),
    secretsInClear: notApplicable('methods and stages hold values, and they answer'),
    software: notApplicable('API Gateway runs no software that the customer chooses'),
    resourcePolicy,
  },
  structure: {
    forwards: (view) => flowsOf(view, definedFlows(view)),
    // https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-deploy-api.html
    settings: () => byDefault({ deployed: byDefault(false) }),
  },
  ignored: {
    ApiKeySourceType: 'it says where callers put their key, not whether one is asked for',
    DisableExecuteApiEndpoint: 'a custom domain name reaches the same methods from the same places',
    EndpointAccessMode: 'it says how strictly the name asked for must fit the endpoint',
  },
});

function placement(view: ResourceView): Fact<Placement> {
  return mapFact(
    endpointType(view),
    (type): Placement => ({
      zone: type === 'EDGE' ? 'edge' : 'region',
      subnets: [],
      securityGroups: [],
      publicAddress: byDefault('no'),
    }),
  );
}

function runsAs(view: ResourceView): Fact<readonly RunsAs[]> {
  const roles = definedRoles(view);
  return roles.length === 0 ? byDefault<readonly RunsAs[]>([], [view.origin()]) : given(roles);
}

/** Plain HTTP is not answered. Security policies are named by the lowest version of TLS that they take. */
function encryptionInTransit(view: ResourceView): Fact<EncryptionInTransit> {
  return mapFact(word(view, 'SecurityPolicy', ''), (policy): EncryptionInTransit => {
    const [, minor] = /^(?:TLS_|SecurityPolicy_TLS13_)1_([023])/.exec(policy) ?? [];
    if (minor === undefined) return { state: 'required' };
    return { state: 'required', minimumTls: minor === '0' ? '1.0' : minor === '2' ? '1.2' : '1.3' };
  });
}

/** A property of the API, or an extension of its definition. */
function resourcePolicy(view: ResourceView): Fact<readonly PolicySource[]> {
  const name = `resource policy of ${view.resource.address}`;
  if (view.read('Policy') !== undefined) return statedPolicies(view, 'Policy', name);
  const body = view.read('Body');
  const defined = body === undefined ? undefined : within(view, body);
  return defined?.read('x-amazon-apigateway-policy') === undefined
    ? byDefault<readonly PolicySource[]>([], [view.origin()])
    : statedPolicies(defined, 'x-amazon-apigateway-policy', name);
}
