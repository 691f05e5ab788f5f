import { defineMove } from '../../../model/attack.ts';
import { blindingActions } from '../../data/detection-types.ts';
import { instance } from '../instance.ts';
import { permissions } from '../permissions.ts';

export default defineMove({
  title: 'Switch off what sees the attack',
  description:
    'The identity may stop, delete or narrow what records calls, traffic or changes or raises findings, so that what follows leaves no trace.',
  technique: 'T1562.008',
  actions: Object.values(blindingActions).flat(),
  references: ['https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-turning-off-logging.html'],
  cost: 1,
  *instances(ask) {
    for (const [type, actions] of Object.entries(blindingActions)) {
      const targets = ask.system.ofType(type);
      const done = new Set<string>();
      for (const action of actions)
        for (const { principal, target, item } of permissions(ask, { action, targets })) {
          const key = `${principal.id} ${target.id}`;
          if (done.has(key)) continue;
          if (item.decision.verdict === 'allow') done.add(key);
          yield* instance({
            needs: [{ kind: 'acts-as', principal: principal.id }],
            gives: { kind: 'blinds', resource: target.id },
            proof: [item],
            guard: target.guard,
          });
        }
    }
  },
});
