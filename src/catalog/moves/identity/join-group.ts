import { defineMove } from '../../../model/attack.ts';
import { rewrittenBy } from '../policy-rewriting.ts';

export default defineMove({
  title: 'Join a group with more rights',
  description:
    'The identity may add a user that the attacker holds to a group, whose policies then speak for that user.',
  technique: 'T1098.003',
  actions: ['iam:AddUserToGroup'],
  references: ['https://docs.aws.amazon.com/IAM/latest/APIReference/API_AddUserToGroup.html'],
  cost: 1,
  *instances(ask) {
    for (const { instances } of rewrittenBy(ask, 'join')) yield* instances;
  },
});
