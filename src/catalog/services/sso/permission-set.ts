import { defineService } from '../../../model/service.ts';
import { noAnswers } from '../../no-answers.ts';

/**
 * What IAM Identity Center lets those do who are assigned to it. It becomes a role in every account that it is assigned in;
 * those roles are resources of their own.
 */
export default defineService({
  type: 'AWS::SSO::PermissionSet',
  title: 'permission set',
  element: 'control',
  service: 'identity',
  documentation: 'https://docs.aws.amazon.com/singlesignon/latest/userguide/permissionsetsconcept.html',
  facts: noAnswers('a permission set becomes a role in each account that it is assigned in; these roles answer'),
  ignored: {
    CustomerManagedPolicyReferences: answersAsRole(),
    InlinePolicy: answersAsRole(),
    ManagedPolicies: answersAsRole(),
    PermissionsBoundary: answersAsRole(),
  },
});

function answersAsRole(): string {
  return 'the roles that are made of it have it';
}
