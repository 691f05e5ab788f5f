import { defineMove } from '../../../model/attack.ts';
import { passRole } from '../pass-role.ts';

export default defineMove(
  passRole({
    thing: 'a notebook',
    description:
      'The identity makes a SageMaker notebook that has a role it may pass, and opens it, or gives it a script that runs at its start.',
    service: 'sagemaker.amazonaws.com',
    ways: [
      {
        rights: [
          ['sagemaker:CreateNotebookInstance', 'notebook-instance/'],
          ['sagemaker:CreatePresignedNotebookInstanceUrl', 'notebook-instance/'],
        ],
      },
      {
        rights: [
          ['sagemaker:CreateNotebookInstance', 'notebook-instance/'],
          ['sagemaker:CreateNotebookInstanceLifecycleConfig', 'notebook-instance-lifecycle-config/'],
        ],
      },
      {
        rights: [
          ['sagemaker:CreateUserProfile', 'user-profile/'],
          ['sagemaker:CreatePresignedDomainUrl', 'user-profile/'],
        ],
        there: { types: ['AWS::SageMaker::Domain'], what: 'a SageMaker domain' },
      },
      {
        rights: [['sagemaker:CreateNotebookInstance', 'notebook-instance/']],
        provided: 'somebody who may opens the notebook',
      },
    ],
    technique: 'T1578.002',
    reference: 'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html',
  }),
);
