import { defineMove } from '../../../model/attack.ts';
import { passRole } from '../pass-role.ts';

export default defineMove(
  passRole({
    thing: 'an Airflow environment',
    description:
      'The identity makes a managed Airflow environment, whose workflows run its code as a role it may pass.',
    service: 'airflow-env.amazonaws.com',
    ways: [{ rights: [['airflow:CreateEnvironment', 'environment/']] }],
    technique: 'T1648',
    reference: 'https://docs.aws.amazon.com/mwaa/latest/userguide/mwaa-create-role.html',
  }),
);
