import type { EncryptionAtRest } from '../../../model/data-keeping.ts';
import { byDefault, type Fact, given, notApplicable } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import type { RunsAs } from '../../../model/workload.ts';
import { apiTransport, inRegion } from '../../aws-api.ts';
import { encryptedBy } from '../../encryption-key.ts';
import { joinSecrets, secretsInMap } from '../../secret-in-clear.ts';
import { weakestEncryption } from '../../weakest-encryption.ts';
import { actionForwards, actionsOf, storesOf } from './actions.ts';

export default defineService({
  type: 'AWS::CodePipeline::Pipeline',
  title: 'CodePipeline pipeline',
  element: 'process',
  service: 'serverless',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-codepipeline-pipeline.html',
  facts: {
    placement: inRegion,
    runsAs: rolesOf,
    endpoints: notApplicable('it starts by changes of its sources and through the AWS API'),
    encryptionAtRest: artifactsOf,
    encryptionInTransit: apiTransport,
    logging: notApplicable('runs are kept as history and logged by a trail, which answers'),
    recovery: notApplicable('a pipeline keeps nothing; artifacts lie in its bucket'),
    secretsInClear: (view) =>
      joinSecrets(actionsOf(view).map((action) => secretsInMap(action, 'Configuration', 'action configuration'))),
    software: notApplicable('AWS runs it'),
    resourcePolicy: notApplicable('pipelines have no resource policies'),
  },
  structure: {
    forwards: (view) => given(actionForwards(view)),
    holds: () => byDefault({ what: 'code', confidentiality: 1, integrity: 3, availability: 1 }),
  },
  ignored: {},
});

/** Artifacts are encrypted with the account's S3 key unless the store names another (ArtifactStore, EncryptionKey). */
function artifactsOf(view: ResourceView): Fact<EncryptionAtRest> {
  const stores = storesOf(view).map((store) => encryptedBy(store, 'EncryptionKey.Id', 'aws-managed-key'));
  return weakestEncryption(stores, () => byDefault({ by: 'aws-managed-key' }));
}

/** The pipeline's role, roles of single actions, and roles that actions hand to CloudFormation. */
function rolesOf(view: ResourceView): Fact<readonly RunsAs[]> {
  const own = view.read('RoleArn');
  const roles = actionsOf(view).flatMap((action): readonly RunsAs[] => {
    const role = action.read('RoleArn');
    const handed = action.read('Configuration.RoleArn');
    return [
      ...(role === undefined ? [] : [{ role, purpose: 'service', service: 'codepipeline.amazonaws.com' } as const]),
      ...(handed === undefined
        ? []
        : [{ role: handed, purpose: 'service', service: 'cloudformation.amazonaws.com' } as const]),
    ];
  });
  return given([
    ...(own === undefined ? [] : [{ role: own, purpose: 'service', service: 'codepipeline.amazonaws.com' } as const]),
    ...roles,
  ]);
}
