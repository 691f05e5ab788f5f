import type { EncryptionAtRest } from '../../../model/data-keeping.ts';
import type { LogSource } from '../../../model/dimension.ts';
import { type Fact, mapFact, notApplicable } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { property, word } from '../../answer.ts';
import { inRegion } from '../../aws-api.ts';

export default defineService({
  type: 'AWS::ECS::Cluster',
  title: 'ECS cluster',
  element: 'part',
  ownedBy: ['AWS::ECS::Service'],
  aloneAs: 'process',
  service: 'container',
  documentation: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-cluster.html',
  facts: {
    placement: inRegion,
    runsAs: notApplicable('a cluster groups services; their tasks have the roles'),
    endpoints: notApplicable('nobody sends requests to a cluster; its services answer them'),
    encryptionAtRest: storageOf,
    encryptionInTransit: notApplicable('a cluster has no connections of its own'),
    logging: shellLogs,
    recovery: notApplicable('a cluster holds no data'),
    secretsInClear: notApplicable('no property carries a secret'),
    software: notApplicable('AWS runs the control plane'),
    resourcePolicy: notApplicable('clusters have no resource policies'),
  },
  ignored: {},
});

/** Key for the storage that Fargate tasks of the cluster get while they run. */
function storageOf(view: ResourceView): Fact<EncryptionAtRest> {
  return mapFact(
    property(view, 'Configuration.ManagedStorageConfiguration.FargateEphemeralStorageKmsKeyId'),
    (key): EncryptionAtRest => (key === undefined ? { by: 'aws-owned-key' } : { by: 'customer-key', key }),
  );
}

/**
 * Shell sessions of ECS Exec are kept where the task's own logs go unless the cluster says `NONE`
 * (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ExecuteCommandConfiguration.html).
 */
function shellLogs(view: ResourceView): Fact<readonly LogSource[]> {
  const to = view.read('Configuration.ExecuteCommandConfiguration.LogConfiguration.CloudWatchLogGroupName');
  return mapFact(
    word(view, 'Configuration.ExecuteCommandConfiguration.Logging', 'DEFAULT'),
    (mode): readonly LogSource[] => [{ what: 'audit', on: mode !== 'NONE', ...(to !== undefined && { to }) }],
  );
}
