import { defineService } from '../../../model/service.ts';
import { noAnswers } from '../../no-answers.ts';
import { ownStatements, policyForPrincipals, principalsNamed } from './stated-for-principals.ts';

/** An inline policy of one group. */
export default defineService({
  type: 'AWS::IAM::GroupPolicy',
  title: 'IAM group policy',
  element: 'part',
  aloneAs: 'identity',
  partOf: (view) => principalsNamed(view, ['GroupName']),
  service: 'identity',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-grouppolicy.html',
  facts: noAnswers('A policy says what principals may do; they answer.'),
  structure: { identityPolicies: (view) => ownStatements(view, 'inline') },
  contributes: (view) => policyForPrincipals(view, 'inline', ['GroupName']),
  ignored: {},
});
