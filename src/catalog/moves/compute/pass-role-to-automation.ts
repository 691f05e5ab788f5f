import { defineMove } from '../../../model/attack.ts';
import { passRole } from '../pass-role.ts';

export default defineMove(
  passRole({
    thing: 'an automation',
    description:
      'The identity starts an automation of Systems Manager that does what its own document says with a role it may pass.',
    service: 'ssm.amazonaws.com',
    ways: [
      {
        rights: [
          ['ssm:CreateDocument', 'document/'],
          ['ssm:StartAutomationExecution', 'document/'],
        ],
      },
      {
        rights: [
          ['ssm:CreateDocument', 'document/'],
          ['ssm:CreateAssociation', 'document/'],
        ],
      },
      { rights: [['ssm:StartAutomationExecution', '*']], provided: 'a document that another account shares is let in' },
    ],
    technique: 'T1651',
    reference: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/automation-setup-iam.html',
  }),
);
