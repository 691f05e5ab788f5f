import { defineMove } from '../../../model/attack.ts';
import { passRole } from '../pass-role.ts';

export default defineMove(
  passRole({
    thing: 'a pipeline',
    description:
      'The identity makes or changes a pipeline whose stages work with a role it may pass, down to commands of its own.',
    service: 'codepipeline.amazonaws.com',
    ways: [
      { rights: [['codepipeline:CreatePipeline', '']] },
      {
        rights: [
          ['codepipeline:UpdatePipeline', '', 'AWS::CodePipeline::Pipeline'],
          ['codepipeline:StartPipelineExecution', '', 'AWS::CodePipeline::Pipeline'],
        ],
      },
    ],
    technique: 'T1677',
    reference: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-Commands.html',
  }),
);
