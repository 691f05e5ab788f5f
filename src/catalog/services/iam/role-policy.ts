import { defineService } from '../../../model/service.ts';
import { noAnswers } from '../../no-answers.ts';
import { ownStatements, policyForPrincipals, principalsNamed } from './stated-for-principals.ts';

/** An inline policy of one role. */
export default defineService({
  type: 'AWS::IAM::RolePolicy',
  title: 'IAM role policy',
  element: 'part',
  aloneAs: 'identity',
  partOf: (view) => principalsNamed(view, ['RoleName']),
  service: 'identity',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-rolepolicy.html',
  facts: noAnswers('A policy says what principals may do; they answer.'),
  structure: { identityPolicies: (view) => ownStatements(view, 'inline') },
  contributes: (view) => policyForPrincipals(view, 'inline', ['RoleName']),
  ignored: {},
});
