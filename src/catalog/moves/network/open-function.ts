import { defineMove } from '../../../model/attack.ts';
import type { Resource } from '../../../model/resource.ts';
import { functionOpeningActions } from '../../data/granting-actions.ts';
import { placesByState } from '../places-by-state.ts';

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
    const states = ({ guard }: Resource) => [{ guard }];
    for (const action of functionOpeningActions)
      yield* placesByState(ask, { action, targets }, { kind: 'can-call', states });
  },
});
