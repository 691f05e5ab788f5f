import { defineMove } from '../../../model/attack.ts';
import { functionOpeningActions } from '../../data/granting-actions.ts';
import { instance } from '../instance.ts';
import { permissions } from '../permissions.ts';

export default defineMove({
  title: 'Let oneself call a function',
  description:
    'The identity may write the policy of a function: anybody whom it names can then send it events of his own.',
  technique: 'T1098',
  actions: functionOpeningActions,
  references: ['https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html'],
  cost: 1,
  *instances(ask) {
    const targets = ask.system.ofType('AWS::Lambda::Function');
    for (const action of functionOpeningActions)
      for (const { principal, target, item } of permissions(ask, { action, targets }))
        yield* instance({
          needs: [{ kind: 'acts-as', principal: principal.id }],
          gives: { kind: 'can-call', resource: target.id },
          proof: [item],
          guard: target.guard,
        });
  },
});
