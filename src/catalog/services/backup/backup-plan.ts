import type { Forward } from '../../../model/entry.ts';
import { byDefault, type Fact, notApplicable } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { within } from '../../answer.ts';
import { apiTransport, inRegion, throughApi } from '../../aws-api.ts';
import { guardedMembers } from '../../guarded-members.ts';
import { flowsOf, statedFlow } from '../../stated-flow.ts';

export default defineService({
  type: 'AWS::Backup::BackupPlan',
  title: 'backup plan',
  element: 'control',
  service: 'control',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-backup-backupplan.html',
  facts: {
    placement: inRegion,
    runsAs: (view) => byDefault([], [view.origin()]),
    endpoints: throughApi,
    encryptionAtRest: notApplicable('a plan stores no data; its vault does'),
    encryptionInTransit: apiTransport,
    logging: notApplicable('jobs of a plan are always kept in its history'),
    recovery: notApplicable('a plan holds nothing that could be lost'),
    secretsInClear: notApplicable('a plan has no property that takes a secret'),
    software: notApplicable('AWS Backup runs no software that the customer chooses'),
    resourcePolicy: notApplicable('a plan has no policy of its own'),
  },
  structure: { forwards },
  ignored: {},
});

/** Its rules put recovery points into vaults and copy them to others. */
function forwards(view: ResourceView): Fact<readonly Forward[]> {
  const because = `${view.resource.address} puts recovery points there`;
  const vaults = guardedMembers(view, 'BackupPlan.BackupPlanRule').flatMap((item) => {
    const rule = within(view, item);
    const copies = guardedMembers(rule, 'CopyActions').map((copy) =>
      within(view, copy).read('DestinationBackupVaultArn'),
    );
    return [rule.read('TargetBackupVault'), ...copies];
  });
  return flowsOf(
    view,
    vaults.flatMap((vault) => statedFlow(vault, { kind: 'replication', because })),
  );
}
