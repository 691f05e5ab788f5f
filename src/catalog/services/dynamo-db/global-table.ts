import type { EncryptionAtRest, Recovery } from '../../../model/data-keeping.ts';
import type { AnswerOf } from '../../../model/dimension.ts';
import { allFacts, bindFact, byDefault, type Fact, mapFact } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { flag, possibleMembers, within } from '../../answer.ts';
import { allTrue } from '../../combine-facts.ts';
import { encryptedBy } from '../../encryption-key.ts';
import { policiesAt } from '../../stated-policies.ts';
import { weakestEncryption } from '../../weakest-encryption.ts';
import { tableFacts, tableHolds } from './table-facts.ts';

export default defineService({
  type: 'AWS::DynamoDB::GlobalTable',
  title: 'DynamoDB global table',
  element: 'data-store',
  service: 'serverless',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-globaltable.html',
  facts: {
    ...tableFacts,
    encryptionAtRest: storageOf,
    recovery: recoveryOf,
    resourcePolicy: policies,
  },
  structure: {
    holds: tableHolds,
  },
  ignored: {
    AttributeDefinitions: 'names of keys',
    MultiRegionConsistency: 'how soon the copies agree',
    VectorIndexes: 'how items are found, not who finds them',
  },
});

/** The replica that answers for the table: the weakest of them, whichever region it is in. */
function replicas(view: ResourceView): readonly ResourceView[] {
  return possibleMembers(view, 'Replicas').map((item) => within(view, item));
}

/** A key of AWS's own unless SSE is asked for; each replica names its key. */
function storageOf(view: ResourceView): Fact<EncryptionAtRest> {
  return bindFact(flag(view, 'SSESpecification.SSEEnabled', false), (on): Fact<EncryptionAtRest> => {
    if (!on) return byDefault<EncryptionAtRest>({ by: 'aws-owned-key' });
    const keys = replicas(view).map((each) => encryptedBy(each, 'SSESpecification.KMSMasterKeyId', 'aws-managed-key'));
    return weakestEncryption(keys, () => byDefault<EncryptionAtRest>({ by: 'aws-managed-key' }));
  });
}

/** Point-in-time recovery and protection are off in each replica unless switched on there. */
function recoveryOf(view: ResourceView): Fact<Recovery> {
  const all = (path: string) => allTrue(replicas(view).map((each) => flag(each, path, false)));
  return mapFact(
    allFacts<{ kept: boolean; guarded: boolean }>({
      kept: all('PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled'),
      guarded: all('DeletionProtectionEnabled'),
    }),
    ({ kept, guarded }): Recovery => ({
      backups: kept ? 'point-in-time' : 'none',
      deletionProtection: guarded ? 'on' : 'off',
      zones: 'many',
    }),
  );
}

/** A table for each region, and a stream for each of them. */
function policies(view: ResourceView): Fact<AnswerOf<'resourcePolicy'>> {
  const paths = [
    'Replicas.*.ResourcePolicy.PolicyDocument',
    'Replicas.*.ReplicaStreamSpecification.ResourcePolicy.PolicyDocument',
  ];
  return policiesAt(view, paths, `policy of ${view.resource.address}`);
}
