import { defineMove } from '../../../model/attack.ts';
import { passRole } from '../pass-role.ts';

export default defineMove(
  passRole({
    thing: 'a stack',
    description:
      'The identity makes or updates a CloudFormation stack with a role it may pass: the template does whatever the role may do.',
    service: 'cloudformation.amazonaws.com',
    ways: [
      { rights: [['cloudformation:CreateStack', 'stack/']] },
      {
        rights: [
          ['cloudformation:CreateChangeSet', 'stack/'],
          ['cloudformation:ExecuteChangeSet', 'stack/'],
        ],
      },
      { rights: [['cloudformation:UpdateStack', 'stack/', 'AWS::CloudFormation::Stack']] },
      {
        rights: [
          ['cloudformation:CreateChangeSet', 'stack/', 'AWS::CloudFormation::Stack'],
          ['cloudformation:ExecuteChangeSet', 'stack/', 'AWS::CloudFormation::Stack'],
        ],
      },
    ],
    technique: 'T1648',
    reference: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-iam-servicerole.html',
  }),
);
