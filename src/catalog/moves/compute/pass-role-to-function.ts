import { defineMove } from '../../../model/attack.ts';
import { passedRoles } from '../pass-role.ts';

export default defineMove({
  title: 'Pass a role to a new function',
  description:
    'The identity makes a Lambda function that runs as a role it may pass, and has the function run its own code.',
  technique: 'T1648',
  actions: [
    'iam:PassRole',
    'lambda:CreateFunction',
    'lambda:InvokeFunction',
    'lambda:CreateEventSourceMapping',
    'lambda:AddPermission',
  ],
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html'],
  cost: 2,
  *instances(ask) {
    const create = ['lambda:CreateFunction', 'function:'] as const;
    yield* passedRoles(ask, {
      service: 'lambda.amazonaws.com',
      ways: [
        [create, ['lambda:InvokeFunction', 'function:']],
        [create, ['lambda:CreateEventSourceMapping', '*']],
        [create, ['lambda:AddPermission', 'function:']],
      ],
    });
  },
});
