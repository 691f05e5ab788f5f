import { defineMove } from '../../../model/attack.ts';
import type { Resource } from '../../../model/resource.ts';
import { blindingActions } from '../../data/detection-types.ts';
import { placesByState } from '../places-by-state.ts';

export default defineMove({
  title: 'Switch off what sees the attack',
  description:
    'The identity may stop, delete or narrow what records calls, traffic or changes or raises findings, so that what follows leaves no trace.',
  technique: 'T1562.008',
  actions: Object.values(blindingActions).flat(),
  references: ['https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-turning-off-logging.html'],
  harmful: true,
  cost: 1,
  *instances(ask) {
    for (const [type, actions] of Object.entries(blindingActions)) {
      const targets = ask.system.ofType(type);
      const states = ({ guard }: Resource) => [{ guard }];
      for (const action of actions) yield* placesByState(ask, { action, targets }, { kind: 'blinds', states });
    }
  },
});
