import { defineMove } from '../../../model/attack.ts';
import { passedRoles } from '../pass-role.ts';

export default defineMove({
  title: 'Pass a role to a new stack',
  description:
    'The identity makes a CloudFormation stack that works with a role it may pass: the template does whatever the role may do.',
  technique: 'T1648',
  actions: ['iam:PassRole', 'cloudformation:CreateStack'],
  references: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-iam-servicerole.html'],
  cost: 2,
  *instances(ask) {
    yield* passedRoles(ask, {
      service: 'cloudformation.amazonaws.com',
      ways: [[['cloudformation:CreateStack', 'stack/']]],
    });
  },
});
