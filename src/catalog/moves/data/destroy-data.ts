import { defineMove } from '../../../model/attack.ts';
import type { Questions } from '../../../model/questions.ts';
import type { Resource } from '../../../model/resource.ts';
import { type Loss, losses } from '../../data/losses.ts';
import { dataArn } from '../../data-arn.ts';
import { arnOf } from '../permission.ts';
import { placesByState, type TargetState } from '../places-by-state.ts';
import { recoveriesOf } from '../recoveries.ts';

export default defineMove({
  title: 'Destroy data for good',
  description:
    'The identity may delete what a store holds, or the store, and neither versions nor backups nor a lock bring it back.',
  technique: 'T1485',
  actions: [...new Set(Object.values(losses).flatMap((each) => each.map(({ action }) => action)))],
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/DeletingObjectVersions.html'],
  cost: 1,
  *instances(ask) {
    for (const [type, each] of Object.entries(losses))
      for (const loss of each) {
        const question = {
          action: loss.action,
          targets: ask.system.ofType(type),
          arn: loss.names === 'data' ? dataArn : arnOf,
        };
        const states = (store: Resource) => statesOf(ask, store, loss);
        yield* placesByState(ask, question, { kind: 'destroys', states });
      }
  },
});

/** The states of recovery from which the call leaves no way back. */
function statesOf(ask: Questions, store: Resource, { survives, doubtful, unlock }: Loss): readonly TargetState[] {
  return recoveriesOf(ask, store)
    .filter(({ recovery }) => !survives.includes(recovery.backups))
    .flatMap(({ guard, recovery }): readonly TargetState[] => {
      const isLocked = recovery.deletionProtection === 'on' && unlock !== undefined;
      const isDoubtful = doubtful?.includes(recovery.backups) === true;
      return [
        {
          guard,
          ...(isLocked && { besides: unlock }),
          ...(isDoubtful && { provided: 'no backup lies where this does not delete it' }),
        },
      ];
    });
}
