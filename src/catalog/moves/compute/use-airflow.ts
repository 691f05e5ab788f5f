import { defineMove } from '../../../model/attack.ts';
import type { Questions } from '../../../model/questions.ts';
import type { Resource } from '../../../model/resource.ts';
import type { Going } from '../going.ts';
import { takeOver } from '../take-over.ts';

export default defineMove(
  takeOver({
    title: 'Command an Airflow environment',
    description:
      'The identity gets a token for the environment’s command line or pages and starts workflows there with settings of its own.',
    technique: 'T1651',
    reference: 'https://docs.aws.amazon.com/mwaa/latest/userguide/access-policies.html',
    cost: 3,
    thing: 'an Airflow environment',
    types: ['AWS::MWAA::Environment'],
    kind: 'environment/',

    service: 'airflow-env.amazonaws.com',

    ways: [
      { on: ['airflow:CreateCliToken'], when: runsWhatItIsTold, unseen: 'a workflow does what its settings say' },
      { on: ['airflow:CreateWebLoginToken'], when: runsWhatItIsTold, unseen: 'a workflow does what its settings say' },
    ],
  }),
);

/** Commands start workflows and change their settings; they bring no code. */
function runsWhatItIsTold(_: Questions, { address }: Resource): Going {
  return { proof: [], provided: `a workflow of ${address} does what its settings say` };
}
