import { type Fact, mapFact, notApplicable } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import type { RunsAs } from '../../../model/workload.ts';
import { property } from '../../answer.ts';
import { apiTransport, inRegion } from '../../aws-api.ts';
import { encryptedBy } from '../../encryption-key.ts';

export default defineService({
  type: 'AWS::SageMaker::EndpointConfig',
  title: 'SageMaker endpoint configuration',
  element: 'process',
  service: 'managed',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sagemaker-endpointconfig.html',
  facts: {
    placement: inRegion,
    runsAs: runsAs,
    endpoints: notApplicable('an endpoint is a resource of its own that uses it'),
    encryptionAtRest: (view) => encryptedBy(view, 'KmsKeyId', 'aws-managed-key'),
    encryptionInTransit: apiTransport,
    logging: notApplicable('containers write logs of their own'),
    recovery: notApplicable('it is made again from its template'),
    secretsInClear: notApplicable('no property takes a secret'),
    software: notApplicable('containers bring their own'),
    resourcePolicy: notApplicable('endpoint configurations have no resource policies'),
  },
  ignored: {
    EndpointConfigName: 'a name',
    VpcConfig: 'where models of it stand, which they say themselves',
  },
});

function runsAs(view: ResourceView): Fact<readonly RunsAs[]> {
  return mapFact(property(view, 'ExecutionRoleArn'), (role): readonly RunsAs[] =>
    role === undefined ? [] : [{ role, purpose: 'workload', service: 'sagemaker.amazonaws.com' }],
  );
}
