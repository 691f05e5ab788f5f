import { defineMove, type MoveInstance } from '../../../model/attack.ts';
import type { Questions } from '../../../model/questions.ts';
import type { Resource } from '../../../model/resource.ts';
import { type Loss, losses } from '../../data/losses.ts';
import { dataArn } from '../../data-arn.ts';
import { instance } from '../instance.ts';
import { type Allowed, allowed, arnOf } from '../permission.ts';
import { permissions } from '../permissions.ts';
import { type RecoveryCase, recoveriesOf } from '../recoveries.ts';

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
        const targets = ask.system.ofType(type).filter((store) => stateOf(ask, store, loss).length > 0);
        const arn = loss.names === 'data' ? dataArn : arnOf;
        for (const { principal, target, item } of permissions(ask, { action: loss.action, targets, arn }))
          for (const state of stateOf(ask, target, loss))
            yield* destroyed(ask, { principal, target, item, loss, state });
      }
  },
});

/** The states of recovery from which the call leaves no way back. */
function stateOf(ask: Questions, store: Resource, { survives }: Loss): readonly RecoveryCase[] {
  return recoveriesOf(ask, store).filter(({ recovery }) => !survives.includes(recovery.backups));
}

interface Destruction {
  readonly principal: Resource;
  readonly target: Resource;
  readonly item: Allowed;
  readonly loss: Loss;
  readonly state: RecoveryCase;
}

function destroyed(ask: Questions, { principal, target, item, loss, state }: Destruction): readonly MoveInstance[] {
  const isLocked = loss.unlock !== undefined && state.recovery.deletionProtection === 'on';
  const unlock =
    isLocked && loss.unlock !== undefined
      ? allowed(ask, principal, { action: loss.unlock, on: target, resource: arnOf(target) })
      : undefined;
  if (isLocked && unlock === undefined) return [];
  const isDoubtful = loss.doubtful?.includes(state.recovery.backups) === true;
  return instance({
    needs: [{ kind: 'acts-as', principal: principal.id }],
    gives: { kind: 'destroys', resource: target.id },
    proof: [item, ...(unlock === undefined ? [] : [unlock])],
    guard: state.guard,
    ...(isDoubtful && { provided: `no backup of ${target.address} lies where this does not delete it` }),
  });
}
