import { defineMove } from '../../../model/attack.ts';
import { takeOver } from '../take-over.ts';

export default defineMove(
  takeOver({
    title: 'Replace the script of a canary',
    description:
      'The identity gives a CloudWatch canary a script of its own, which runs as the canary’s role by its schedule.',
    technique: 'T1648',
    reference: 'https://docs.aws.amazon.com/AmazonSynthetics/latest/APIReference/API_UpdateCanary.html',
    cost: 2,
    thing: 'a canary',
    types: ['AWS::Synthetics::Canary'],
    kind: 'canary:',

    service: 'lambda.amazonaws.com',

    ways: [{ on: ['synthetics:UpdateCanary'] }],
  }),
);
