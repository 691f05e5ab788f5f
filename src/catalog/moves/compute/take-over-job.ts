import { defineMove } from '../../../model/attack.ts';
import { takeOver } from '../take-over.ts';

export default defineMove(
  takeOver({
    title: 'Run code in a Glue job or endpoint',
    description:
      'The identity starts a job with a script location of its own, which arguments of a run override, or adds its key to an endpoint.',
    technique: 'T1648',
    reference: 'https://docs.aws.amazon.com/glue/latest/dg/aws-glue-programming-etl-glue-arguments.html',
    cost: 2,
    thing: 'a Glue job',
    types: ['AWS::Glue::Job'],
    kind: 'job/',

    service: 'glue.amazonaws.com',

    ways: [
      { on: ['glue:StartJobRun'] },
      { on: ['glue:UpdateDevEndpoint'], types: ['AWS::Glue::DevEndpoint'], kind: 'devEndpoint/' },
    ],
  }),
);
