import { defineMove } from '../../../model/attack.ts';
import { takeOver } from '../take-over.ts';

export default defineMove(
  takeOver({
    title: 'Get into a notebook',
    description:
      'The identity gets an address at which the notebook opens, or has it run a script of its own at its start.',
    technique: 'T1651',
    reference: 'https://docs.aws.amazon.com/sagemaker/latest/dg/nbi-access-ws.html',
    cost: 1,
    thing: 'a SageMaker notebook',
    types: ['AWS::SageMaker::NotebookInstance'],
    kind: 'notebook-instance/',

    service: 'sagemaker.amazonaws.com',

    ways: [
      { on: ['sagemaker:CreatePresignedNotebookInstanceUrl'] },
      {
        on: ['sagemaker:StopNotebookInstance', 'sagemaker:UpdateNotebookInstance', 'sagemaker:StartNotebookInstance'],
        also: [['sagemaker:CreateNotebookInstanceLifecycleConfig', 'notebook-instance-lifecycle-config/']],
      },
      { on: ['sagemaker:CreatePresignedDomainUrl'], types: ['AWS::SageMaker::UserProfile'], kind: 'user-profile/' },
    ],
  }),
);
