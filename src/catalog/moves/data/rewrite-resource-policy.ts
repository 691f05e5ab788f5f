import { defineMove } from '../../../model/attack.ts';
import { policyWritingActions } from '../../data/granting-actions.ts';
import { partsOfType } from '../needed-parts.ts';
import { usesOnceRewritten } from '../opened-stores.ts';

export default defineMove({
  title: 'Rewrite the policy of a data store',
  description:
    'The identity may write the store’s own policy: it lets itself in, whatever the policy said before, as far as its limits and the key allow.',
  technique: 'T1098',
  actions: [...new Set(Object.values(policyWritingActions).flat())],
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics-single-account.html',
  ],
  cost: 1,
  *instances(ask) {
    for (const [type, actions] of Object.entries(policyWritingActions))
      for (const action of actions) {
        yield* usesOnceRewritten(ask, { action, stores: ask.system.ofType(type) });
        for (const way of ['read', 'write'] as const)
          yield* usesOnceRewritten(ask, { action, stores: partsOfType(ask, type, way), ways: [way] });
      }
  },
});
