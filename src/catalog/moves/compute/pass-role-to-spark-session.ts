import { defineMove } from '../../../model/attack.ts';
import { passRole } from '../pass-role.ts';

export default defineMove(
  passRole({
    thing: 'an Athena notebook',
    description:
      'The identity makes an Athena workgroup for Spark with a role it may pass, and runs its code in a session.',
    service: 'athena.amazonaws.com',
    ways: [
      {
        rights: [
          ['athena:CreateWorkGroup', 'workgroup/'],
          ['athena:StartSession', 'workgroup/'],
          ['athena:StartCalculationExecution', 'workgroup/'],
        ],
      },
    ],
    technique: 'T1648',
    reference: 'https://docs.aws.amazon.com/athena/latest/ug/notebooks-spark-getting-started.html',
  }),
);
