import { minutesOf } from '../../../../model/business.ts';
import type { Recovery } from '../../../../model/data-keeping.ts';
import { defineThreat } from '../../../../model/threat.ts';
import { assetsOf } from '../../../assets-by-holder.ts';
import { fixOf, judge, subjectOf } from '../../../threat-match.ts';

export default defineThreat({
  title: 'Recovery that misses its stated objective',
  statement: {
    source: 'attacker, operator by mistake or failure',
    prerequisites: 'who destroys or stops it',
    action: 'cost more data or more time than the organization says that it can bear',
    impact: 'loss of data or an outage beyond what was planned for',
  },
  stride: ['denial-of-service'],
  techniques: ['T1485', 'T1490'],
  weaknesses: ['CWE-693'],
  controls: ['backup', 'multi-zone'],
  likelihood: 2,
  impact: 4,
  howUsed:
    'No attacker is needed: a deletion by mistake, a failed zone or ransom through the keys is enough. Then the last copy is older, or it takes longer to come back, than those who work with the data were promised.',
  howTested:
    'Restore the last backup into an empty account and take the time, and compare the age of its last record with the objective. Repeat it on a fixed day each quarter, and write the result down.',
  falsePositives:
    'Copies that something outside of the input makes more often; how long a restore takes, only a test tells.',
  references: [
    'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_planning_for_recovery_objective_defined_recovery.html',
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PIT.html',
    'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/PointInTimeRecovery_Howitworks.html',
  ],
  *find(element, { system }) {
    const resource = subjectOf(element, system);
    if (resource === undefined) return;
    const fact = system.fact(resource.id, 'recovery');
    for (const { recoveryPoint, recoveryTime } of assetsOf(system.model, element.id)) {
      const [point, time] = [recoveryPoint, recoveryTime].map((one) =>
        one === undefined ? undefined : minutesOf(one),
      );
      if (point !== undefined)
        yield* judge<Recovery>({
          fact,
          resource,
          key: 'recovery point',
          bad: (recovery) => missedPoint(recovery, point, recoveryPoint ?? ''),
          closedBy: ({ backups }) =>
            backups === 'unsupported'
              ? undefined
              : { control: 'backup', note: `${backups} backups keep to a recovery point of ${recoveryPoint}` },
          fix: fixOf(resource, {
            control: 'backup',
            title: `Lose no more than ${recoveryPoint}`,
            property: 'backup settings',
            value: 'point-in-time recovery, or backups as often as the objective says',
          }),
        });
      if (time !== undefined && time < restoreMinutes)
        yield* judge<Recovery>({
          fact,
          resource,
          key: 'recovery time',
          bad: ({ zones }) =>
            zones === 'one'
              ? `it stands in one zone: when that fails, a restore takes longer than ${recoveryTime}`
              : undefined,
          closedBy: ({ zones }) =>
            zones === 'many'
              ? { control: 'multi-zone', note: `it goes on in another zone within a recovery time of ${recoveryTime}` }
              : undefined,
          fix: fixOf(resource, {
            control: 'multi-zone',
            title: `Be away no longer than ${recoveryTime}`,
            property: 'availability zones',
            value: 'several zones, with failover by itself',
          }),
        });
    }
  },
});

/** Below this, no restore of a backup counts on it: a new instance has to be made and filled. */
const restoreMinutes = 60;

/** "The latest restorable time … is typically within the last five minutes", of RDS and of DynamoDB. */
const pointInTimeMinutes = 5;
/** Automatic backups are made once a day or more often. */
const dayMinutes = 1440;

/** Why the objective is missed. Of automatic backups no more is known than that they are a day old at most. */
function missedPoint({ backups }: Recovery, point: number, stated: string): string | undefined {
  if (backups === 'none') return `nothing brings it back, and no more than ${stated} of it may be lost`;
  if (backups === 'automatic' && point < dayMinutes)
    return `automatic backups may be a day old, and no more than ${stated} of it may be lost`;
  if (backups === 'point-in-time' && point < pointInTimeMinutes)
    return `the last ${pointInTimeMinutes} minutes cannot be restored, and no more than ${stated} may be lost`;
  return undefined;
}
