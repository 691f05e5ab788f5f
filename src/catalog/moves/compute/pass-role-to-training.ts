import { defineMove } from '../../../model/attack.ts';
import { passRole } from '../pass-role.ts';

export default defineMove(
  passRole({
    thing: 'a SageMaker job',
    description:
      'The identity starts a training or processing job, pipeline or endpoint of SageMaker with its own image, which has a role it may pass.',
    service: 'sagemaker.amazonaws.com',
    ways: [
      { rights: [['sagemaker:CreateTrainingJob', 'training-job/']] },
      { rights: [['sagemaker:CreateProcessingJob', 'processing-job/']] },
      {
        rights: [
          ['sagemaker:CreatePipeline', 'pipeline/'],
          ['sagemaker:StartPipelineExecution', 'pipeline/'],
        ],
      },
      {
        rights: [
          ['sagemaker:CreateModel', 'model/'],
          ['sagemaker:CreateTransformJob', 'transform-job/'],
        ],
      },
      {
        rights: [
          ['sagemaker:CreateModel', 'model/'],
          ['sagemaker:CreateEndpointConfig', 'endpoint-config/'],
          ['sagemaker:CreateEndpoint', 'endpoint/'],
        ],
      },
    ],
    technique: 'T1648',
    reference: 'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html',
  }),
);
