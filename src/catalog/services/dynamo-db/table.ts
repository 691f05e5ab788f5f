import type { Capacity, EncryptionAtRest, Recovery } from '../../../model/data-keeping.ts';
import type { Forward } from '../../../model/entry.ts';
import { allFacts, bindFact, byDefault, type Fact, mapFact, notApplicable } from '../../../model/fact.ts';
import type { PolicySource } from '../../../model/policy.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { flag, members, quantity, shownText, within, word } from '../../answer.ts';
import { encryptedBy } from '../../encryption-key.ts';
import { flowsOf, statedFlow } from '../../stated-flow.ts';
import { statedPolicies } from '../../stated-policies.ts';
import { loads } from './loads.ts';
import { tableFacts, tableHolds } from './table-facts.ts';

export default defineService({
  type: 'AWS::DynamoDB::Table',
  title: 'DynamoDB table',
  element: 'data-store',
  service: 'serverless',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-table.html',
  facts: {
    ...tableFacts,
    encryptionAtRest: storageOf,
    recovery: recoveryOf,
    resourcePolicy: policies,
  },
  structure: {
    holds: tableHolds,
    forwards,
    capacity,
  },
  ignored: {
    AttributeDefinitions: 'names of keys',
    VectorIndexes: 'how items are found, not who finds them',
  },
});

/** A key of AWS's own unless SSE is asked for: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.howitworks.html */
function storageOf(view: ResourceView): Fact<EncryptionAtRest> {
  return bindFact(flag(view, 'SSESpecification.SSEEnabled', false), (on) =>
    on
      ? encryptedBy(view, 'SSESpecification.KMSMasterKeyId', 'aws-managed-key')
      : byDefault<EncryptionAtRest>({ by: 'aws-owned-key' }),
  );
}

/** Point-in-time recovery is off unless switched on, then it reaches back 35 days unless fewer are wanted. */
function recoveryOf(view: ResourceView): Fact<Recovery> {
  const path = 'PointInTimeRecoverySpecification';
  const backups = bindFact(flag(view, `${path}.PointInTimeRecoveryEnabled`, false), (on) =>
    on ? quantity(view, `${path}.RecoveryPeriodInDays`, 35) : byDefault(0),
  );
  return mapFact(
    allFacts<{ days: number; guarded: boolean }>({
      days: backups,
      guarded: flag(view, 'DeletionProtectionEnabled', false),
    }),
    ({ days, guarded }): Recovery => ({
      backups: days > 0 ? 'point-in-time' : 'none',
      ...(days > 0 && { retentionDays: days }),
      deletionProtection: guarded ? 'on' : 'off',
      zones: 'many',
    }),
  );
}

/** Policies of the table and of its stream. */
function policies(view: ResourceView): Fact<readonly PolicySource[]> {
  const stream = 'StreamSpecification.ResourcePolicy.PolicyDocument';
  const own = statedPolicies(view, 'ResourcePolicy.PolicyDocument', `policy of ${view.resource.address}`);
  if (view.read(stream) === undefined) return own;
  return bindFact(own, (ofTable) =>
    mapFact(statedPolicies(view, stream, `stream policy of ${view.resource.address}`), (ofStream) => [
      ...ofTable,
      ...ofStream,
    ]),
  );
}

/**
 * Provisioned unless the billing mode says otherwise, for the table and for each index
 * (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/capacity-mode.html).
 */
function capacity(view: ResourceView): Fact<readonly Capacity[]> {
  return bindFact(word(view, 'BillingMode', 'PROVISIONED'), (mode): Fact<readonly Capacity[]> => {
    if (mode === 'PAY_PER_REQUEST') return notApplicable('capacity is paid by the request');
    return mapFact(members(view, 'GlobalSecondaryIndexes'), (indexes) =>
      [undefined, ...indexes.map((index) => shownText(within(view, index), 'IndexName') ?? '')].flatMap((index) =>
        loads(index).map((what): Capacity => ({ what, scales: false })),
      ),
    );
  });
}

function forwards(view: ResourceView): Fact<readonly Forward[]> {
  const { address } = view.resource;
  const changes = statedFlow(view.read('KinesisStreamSpecification.StreamArn'), {
    kind: 'data',
    because: `changes of ${address} are sent to the stream`,
  });
  return flowsOf(view, changes);
}
