import { defineMove } from '../../../model/attack.ts';
import { passRole } from '../pass-role.ts';

export default defineMove(
  passRole({
    thing: 'a HealthOmics run',
    description: 'The identity makes a workflow of HealthOmics and runs it as a role it may pass.',
    service: 'omics.amazonaws.com',
    ways: [
      {
        rights: [
          ['omics:CreateWorkflow', '*'],
          ['omics:StartRun', 'run/'],
        ],
      },
      {
        rights: [['omics:StartRun', 'run/']],
        there: { types: ['AWS::Omics::Workflow'], what: 'a HealthOmics workflow' },
        provided: 'a workflow that runs commands of whoever starts it',
      },
    ],
    technique: 'T1648',
    reference: 'https://docs.aws.amazon.com/omics/latest/dev/permissions-service.html',
  }),
);
