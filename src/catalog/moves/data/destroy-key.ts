import { defineMove } from '../../../model/attack.ts';
import type { Resource } from '../../../model/resource.ts';
import { placesByState } from '../places-by-state.ts';

/** What ends the use of a key by others, with what must hold for that. A key that is only disabled is enabled again. */
const endings: readonly (readonly [action: string, provided?: string])[] = [
  ['kms:PutKeyPolicy'],
  ['kms:DeleteImportedKeyMaterial', 'the key material was imported, and no copy of it was kept'],
  ['kms:ScheduleKeyDeletion', 'nobody cancels the deletion in the 7 days or more that it waits'],
];

export default defineMove({
  title: 'Take a key away from its owner',
  description:
    'The identity may have a key deleted, or write a key policy that leaves it to nobody else: what it encrypts is lost to its owner.',
  technique: 'T1486',
  actions: endings.map(([action]) => action),
  references: [
    'https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html',
    'https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html',
  ],
  harmful: true,
  cost: 2,
  *instances(ask) {
    const targets = ask.system.ofType('AWS::KMS::Key');
    for (const [action, provided] of endings) {
      const states = ({ guard }: Resource) => [{ guard, ...(provided !== undefined && { provided }) }];
      yield* placesByState(ask, { action, targets }, { kind: 'destroys', states });
    }
  },
});
