import { defineMove } from '../../../model/attack.ts';
import { passRole } from '../pass-role.ts';

export default defineMove(
  passRole({
    thing: 'an extension of CloudFormation',
    description:
      'The identity registers a resource type or hook of its own, whose handlers run with a role it may pass, and uses it in a stack.',
    service: 'resources.cloudformation.amazonaws.com',
    ways: [
      {
        rights: [
          ['cloudformation:RegisterType', '*'],
          ['cloudformation:CreateStack', 'stack/'],
        ],
      },
      {
        rights: [
          ['cloudformation:RegisterType', '*'],
          ['cloudformation:CreateResource', '*'],
        ],
      },
      {
        rights: [
          ['cloudformation:RegisterType', '*'],
          ['cloudformation:SetTypeConfiguration', '*'],
        ],
        provided: 'somebody makes or changes a stack, which calls the hook',
      },
    ],
    technique: 'T1648',
    reference: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_RegisterType.html',
    cost: 3,
  }),
);
