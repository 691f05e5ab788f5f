import { defineMove } from '../../../model/attack.ts';
import { casesOf } from '../../../model/fact.ts';
import type { Questions } from '../../../model/questions.ts';
import type { Resource } from '../../../model/resource.ts';
import { type Text, text } from '../../../model/text.ts';
import { arnPart } from '../../arn-part.ts';
import { arnOf } from '../permission.ts';
import { placesByState, type TargetState } from '../places-by-state.ts';

export default defineMove({
  title: 'Delete the backups of a vault',
  description:
    'The identity may delete the recovery points of a vault that no lock keeps: what is lost later does not come back.',
  technique: 'T1490',
  actions: ['backup:DeleteRecoveryPoint', 'backup:DeleteBackupVaultLockConfiguration'],
  references: [
    'https://docs.aws.amazon.com/aws-backup/latest/devguide/deleting-backups.html',
    'https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html',
  ],
  harmful: true,
  cost: 1,
  *instances(ask) {
    const targets = ask.system.ofType('AWS::Backup::BackupVault');
    const states = (vault: Resource) => statesOf(ask, vault);
    yield* placesByState(
      ask,
      { action: 'backup:DeleteRecoveryPoint', targets, arn: recoveryPoints },
      { kind: 'destroys', states },
    );
  },
});

/** A lock in governance mode is taken off by whoever may; in compliance mode, which has a number of days, by nobody. */
function statesOf(ask: Questions, vault: Resource): readonly TargetState[] {
  const lock = vault.properties.entries.get('LockConfiguration');
  const days = lock?.kind === 'map' ? lock.entries.get('ChangeableForDays') : undefined;
  const isFixed = days !== undefined && days.kind !== 'absent';
  return casesOf(ask.system.fact(vault.id, 'recovery')).flatMap(({ guard, fact }): readonly TargetState[] => {
    if (fact.kind === 'unknown') return [];
    if (fact.value.deletionProtection !== 'on') return [{ guard }];
    return isFixed ? [] : [{ guard, besides: 'backup:DeleteBackupVaultLockConfiguration' }];
  });
}

/** Recovery points are named by what was backed up, or by a number of their own: any one of the account. */
function recoveryPoints(vault: Resource): Text {
  const [region, account] = [arnPart(arnOf(vault), 3), arnPart(arnOf(vault), 4)];
  const point = {
    symbol: `recovery-point:${vault.id}`,
    kind: 'expression',
    settledBy: 'the backup that is deleted',
  } as const;
  return text('arn:aws:backup:', ...region, ':', ...account, ':recovery-point:', point);
}
