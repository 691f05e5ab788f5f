import { defineService } from '../../../model/service.ts';
import { noAnswers } from '../../no-answers.ts';
import { ownStatements, policyForPrincipals, principalsNamed } from './stated-for-principals.ts';

/** A policy of its own; it also speaks for roles, users and groups that attach it from their side. */
export default defineService({
  type: 'AWS::IAM::ManagedPolicy',
  title: 'IAM managed policy',
  element: 'part',
  aloneAs: 'identity',
  partOf: (view) => principalsNamed(view, ['Roles', 'Users', 'Groups']),
  service: 'identity',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-managedpolicy.html',
  facts: noAnswers('A policy says what principals may do; they answer.'),
  structure: { identityPolicies: (view) => ownStatements(view, 'managed') },
  contributes: (view) => policyForPrincipals(view, 'managed', ['Roles', 'Users', 'Groups']),
  ignored: {},
});
