import { defineMove } from '../../../model/attack.ts';
import { policyWritingActions } from '../../data/granting-actions.ts';
import { instance } from '../instance.ts';
import { notYetUsers } from '../not-yet-users.ts';
import { usesOnceOpened } from '../opened.ts';

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
      for (const action of actions)
        for (const { principal, target: store, item } of notYetUsers(ask, { action, stores: ask.system.ofType(type) }))
          for (const { kind, proof, ...how } of usesOnceOpened(ask, principal, { store, opened: store }))
            yield* instance({
              needs: [{ kind: 'acts-as', principal: principal.id }],
              gives: { kind, resource: store.id },
              proof: [item, ...proof],
              ...how,
            });
  },
});
