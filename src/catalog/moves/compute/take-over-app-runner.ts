import { defineMove } from '../../../model/attack.ts';
import { takeOver } from '../take-over.ts';

export default defineMove(
  takeOver({
    title: 'Replace what an App Runner service runs',
    description: 'The identity may update the service, and gives it an image or start command of its own.',
    technique: 'T1648',
    reference: 'https://docs.aws.amazon.com/apprunner/latest/dg/security_iam_service-with-iam.html',
    cost: 2,
    thing: 'an App Runner service',
    types: ['AWS::AppRunner::Service'],
    kind: 'service/',

    service: 'tasks.apprunner.amazonaws.com',

    ways: [{ on: ['apprunner:UpdateService'] }],
  }),
);
