import type { EncryptionAtRest } from '../../../model/data-keeping.ts';
import type { Placement } from '../../../model/dimension.ts';
import { byDefault, type Fact, given, mapFact, notApplicable } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import type { RunsAs } from '../../../model/workload.ts';
import { flag, property } from '../../answer.ts';
import { apiTransport } from '../../aws-api.ts';
import { encryptedBy } from '../../encryption-key.ts';
import { stated } from '../../follow.ts';
import { guardedMembers } from '../../guarded-members.ts';
import { weakestEncryption } from '../../weakest-encryption.ts';

export default defineService({
  type: 'AWS::SageMaker::DataQualityJobDefinition',
  title: 'SageMaker data quality job',
  element: 'process',
  service: 'managed',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sagemaker-dataqualityjobdefinition.html',
  facts: {
    placement: placementOf,
    runsAs: runsAs,
    endpoints: notApplicable('a job takes no calls'),
    encryptionAtRest: storageOf,
    encryptionInTransit: apiTransport,
    logging: notApplicable('jobs write to CloudWatch Logs by themselves'),
    recovery: notApplicable('it is made again from its template'),
    secretsInClear: notApplicable('no property takes a secret'),
    software: notApplicable('containers bring their own'),
    resourcePolicy: notApplicable('jobs have no resource policies'),
  },
  structure: {
    settings: (view) =>
      given({ encryptedBetweenNodes: flag(view, 'NetworkConfig.EnableInterContainerTrafficEncryption', false) }),
  },
  ignored: {
    EndpointName: 'a name',
    JobDefinitionName: 'a name',
  },
});

function placementOf(view: ResourceView): Fact<Placement> {
  return mapFact(
    stated(view, 'NetworkConfig.VpcConfig'),
    (inVpc): Placement => ({
      zone: inVpc ? 'vpc' : 'region',
      subnets: guardedMembers(view, 'NetworkConfig.VpcConfig.Subnets'),
      securityGroups: guardedMembers(view, 'NetworkConfig.VpcConfig.SecurityGroupIds'),
      publicAddress: byDefault('no'),
    }),
  );
}

function runsAs(view: ResourceView): Fact<readonly RunsAs[]> {
  return mapFact(property(view, 'RoleArn'), (role): readonly RunsAs[] =>
    role === undefined ? [] : [{ role, purpose: 'workload', service: 'sagemaker.amazonaws.com' }],
  );
}

/** The volume of its machines and the bucket of its results. */
function storageOf(view: ResourceView): Fact<EncryptionAtRest> {
  return weakestEncryption(
    ['JobResources.ClusterConfig.VolumeKmsKeyId', 'DataQualityJobOutputConfig.KmsKeyId'].map((path) =>
      encryptedBy(view, path, 'aws-managed-key'),
    ),
    () => byDefault<EncryptionAtRest>({ by: 'aws-managed-key' }),
  );
}
