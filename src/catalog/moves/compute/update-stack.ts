import { defineMove } from '../../../model/attack.ts';
import { takeOver } from '../take-over.ts';

export default defineMove(
  takeOver({
    title: 'Update a stack that has a role',
    description:
      'The identity changes the template of a stack: CloudFormation does what it says with the role that the stack was given.',
    technique: 'T1648',
    reference: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-iam-servicerole.html',
    cost: 1,
    thing: 'a stack',
    types: ['AWS::CloudFormation::Stack'],
    kind: 'stack/',

    service: 'cloudformation.amazonaws.com',
    as: 'service',

    ways: [
      { on: ['cloudformation:UpdateStack'] },
      { on: ['cloudformation:CreateChangeSet', 'cloudformation:ExecuteChangeSet'] },
    ],
  }),
);
