import { defineMove } from '../../../model/attack.ts';
import { passRole } from '../pass-role.ts';

export default defineMove(
  passRole({
    thing: 'a data pipeline',
    description:
      'The identity makes and activates a pipeline of Data Pipeline whose activities work with a role it may pass.',
    service: 'datapipeline.amazonaws.com',
    ways: [
      {
        rights: [
          ['datapipeline:CreatePipeline', '*'],
          ['datapipeline:PutPipelineDefinition', 'pipeline/'],
          ['datapipeline:ActivatePipeline', 'pipeline/'],
        ],
      },
    ],
    technique: 'T1648',
    reference: 'https://docs.aws.amazon.com/datapipeline/latest/DeveloperGuide/dp-iam-roles.html',
  }),
);
