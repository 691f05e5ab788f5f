import type { Recovery } from '../../../model/data-keeping.ts';
import type { Forward } from '../../../model/entry.ts';
import { byDefault, type Fact, mapFact, notApplicable } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { present } from '../../answer.ts';
import { apiTransport, inRegion, throughApi } from '../../aws-api.ts';
import { encryptedBy } from '../../encryption-key.ts';
import { flowsOf, statedFlow } from '../../stated-flow.ts';
import { statedPolicies } from '../../stated-policies.ts';

export default defineService({
  type: 'AWS::Backup::BackupVault',
  title: 'backup vault',
  element: 'data-store',
  service: 'serverless',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-backup-backupvault.html',
  facts: {
    placement: inRegion,
    runsAs: notApplicable('a vault acts for nobody; plans name the role that makes backups'),
    endpoints: throughApi,
    // https://docs.aws.amazon.com/aws-backup/latest/devguide/encryption.html
    encryptionAtRest: (view) => encryptedBy(view, 'EncryptionKeyArn', 'aws-managed-key'),
    encryptionInTransit: apiTransport,
    logging: notApplicable('use of a vault is recorded by CloudTrail, for which the trail answers'),
    recovery,
    secretsInClear: notApplicable('a vault has no property that takes a secret'),
    software: notApplicable('AWS Backup runs no software that the customer chooses'),
    resourcePolicy: (view) => statedPolicies(view, 'AccessPolicy', 'vault access policy'),
  },
  structure: {
    holds: () => byDefault({ what: 'records', confidentiality: 3, integrity: 3, availability: 3 }),
    settings: (view) => byDefault({ immutable: present(view, 'LockConfiguration') }),
    forwards,
  },
  ignored: {},
});

/** A vault lock keeps recovery points from being deleted before their time. */
function recovery(view: ResourceView): Fact<Recovery> {
  return mapFact(
    present(view, 'LockConfiguration'),
    (locked): Recovery => ({
      backups: 'unsupported',
      deletionProtection: locked ? 'on' : 'off',
      zones: 'many',
    }),
  );
}

function forwards(view: ResourceView): Fact<readonly Forward[]> {
  const because = `${view.resource.address} tells about its backups`;
  return flowsOf(view, statedFlow(view.read('Notifications.SNSTopicArn'), { kind: 'event', because }));
}
