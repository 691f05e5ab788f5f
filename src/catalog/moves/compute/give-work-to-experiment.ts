import { defineMove } from '../../../model/attack.ts';
import { giveWork } from '../give-work.ts';

export default defineMove(
  giveWork({
    thing: 'an experiment',
    description:
      'The identity makes and starts an experiment of the Fault Injection Service with a role it may pass, and the experiment runs commands in instances.',
    service: 'fis.amazonaws.com',
    ways: [
      {
        rights: [
          ['fis:CreateExperimentTemplate', 'experiment-template/'],
          ['fis:StartExperiment', 'experiment-template/'],
        ],
      },
    ],
    does: [
      ['ssm:SendCommand', 'AWS::EC2::Instance'],
      ['ssm:SendCommand', 'AWS::AutoScaling::AutoScalingGroup'],
    ],
    technique: 'T1651',
    reference: 'https://docs.aws.amazon.com/fis/latest/userguide/actions-ssm-agent.html',
  }),
);
