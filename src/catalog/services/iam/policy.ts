import { defineService } from '../../../model/service.ts';
import { noAnswers } from '../../no-answers.ts';
import { ownStatements, policyForPrincipals, principalsNamed } from './stated-for-principals.ts';

/** An inline policy of the roles, users and groups that it names. */
export default defineService({
  type: 'AWS::IAM::Policy',
  title: 'IAM inline policy',
  element: 'part',
  aloneAs: 'identity',
  partOf: (view) => principalsNamed(view, ['Roles', 'Users', 'Groups']),
  service: 'identity',
  documentation: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-policy.html',
  facts: noAnswers('A policy says what principals may do; they answer.'),
  structure: { identityPolicies: (view) => ownStatements(view, 'inline') },
  contributes: (view) => policyForPrincipals(view, 'inline', ['Roles', 'Users', 'Groups']),
  ignored: {},
});
