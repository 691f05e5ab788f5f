import { given } from '../../../model/fact.ts';
import { type Contribution, defineService } from '../../../model/service.ts';
import { guardedMembers, memberCases } from '../../guarded-members.ts';
import { noAnswers } from '../../no-answers.ts';

/** Puts users into a group. */
export default defineService({
  type: 'AWS::IAM::UserToGroupAddition',
  title: 'IAM group membership',
  element: 'part',
  aloneAs: 'identity',
  partOf: (view) => memberCases(view, 'GroupName').map(({ value }) => value),
  service: 'identity',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-usertogroupaddition.html',
  facts: noAnswers('It lists members of a group; the users answer.'),
  contributes: (view) =>
    memberCases(view, 'Users').map(
      ({ value }): Contribution => ({
        to: value,
        types: ['AWS::IAM::User'],
        dimension: 'memberOf',
        fact: given(guardedMembers(view, 'GroupName'), [view.origin()]),
      }),
    ),
  ignored: {},
});
