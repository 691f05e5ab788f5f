import type { SecretInClear } from '../../../model/data-keeping.ts';
import type { Placement } from '../../../model/dimension.ts';
import { byDefault, type Fact, given, mapFact, notApplicable } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import type { RunsAs } from '../../../model/workload.ts';
import { flag, property } from '../../answer.ts';
import { apiTransport } from '../../aws-api.ts';
import { stated } from '../../follow.ts';
import { guardedMembers } from '../../guarded-members.ts';
import { secretsInMap } from '../../secret-in-clear.ts';

export default defineService({
  type: 'AWS::SageMaker::Model',
  title: 'SageMaker model',
  element: 'process',
  service: 'managed',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sagemaker-model.html',
  facts: {
    placement: placementOf,
    runsAs: runsAs,
    endpoints: notApplicable('an endpoint is a resource of its own that uses it'),
    encryptionAtRest: notApplicable('the endpoint configuration says how its volumes are encrypted'),
    encryptionInTransit: apiTransport,
    logging: notApplicable('containers write logs of their own'),
    recovery: notApplicable('it is made again from its template'),
    secretsInClear: secrets,
    software: notApplicable('containers bring their own'),
    resourcePolicy: notApplicable('models have no resource policies'),
  },
  structure: {
    settings: (view) => given({ trafficThroughVpc: flag(view, 'EnableNetworkIsolation', false) }),
  },
  ignored: {},
});

function placementOf(view: ResourceView): Fact<Placement> {
  return mapFact(
    stated(view, 'VpcConfig'),
    (inVpc): Placement => ({
      zone: inVpc ? 'vpc' : 'region',
      subnets: guardedMembers(view, 'VpcConfig.Subnets'),
      securityGroups: guardedMembers(view, 'VpcConfig.SecurityGroupIds'),
      publicAddress: byDefault('no'),
    }),
  );
}

function runsAs(view: ResourceView): Fact<readonly RunsAs[]> {
  return mapFact(property(view, 'ExecutionRoleArn'), (role): readonly RunsAs[] =>
    role === undefined ? [] : [{ role, purpose: 'workload', service: 'sagemaker.amazonaws.com' }],
  );
}

function secrets(view: ResourceView): Fact<readonly SecretInClear[]> {
  return secretsInMap(view, 'PrimaryContainer.Environment', 'environment');
}
