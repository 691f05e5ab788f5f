import { byDefault, given, mapFact, notApplicable } from '../../../model/fact.ts';
import { defineService } from '../../../model/service.ts';
import { present } from '../../answer.ts';
import { inNoRegion } from '../../aws-api.ts';
import { guardedMembers } from '../../guarded-members.ts';
import { noAnswers } from '../../no-answers.ts';
import { secretProperty } from '../../secret-in-clear.ts';
import { ownBoundary, ownPolicies } from './attached-policies.ts';
import { consoleSignIn } from './console-sign-in.ts';

/** An identity with credentials that last until somebody changes them. */
export default defineService({
  type: 'AWS::IAM::User',
  title: 'IAM user',
  element: 'identity',
  service: 'identity',
  documentation: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_users.html',
  facts: {
    ...noAnswers('A user is an identity: it holds no data, and CloudTrail records what is done with it.'),
    placement: inNoRegion,
    endpoints: consoleSignIn,
    secretsInClear: (view) => secretProperty(view, 'LoginProfile.Password'),
    resourcePolicy: notApplicable('Nobody acts as a user without its credentials; IAM has no policy on users.'),
  },
  structure: {
    principal: (view) =>
      mapFact(present(view, 'LoginProfile'), (loginProfile) => ({ kind: 'user', accessKeys: 0, loginProfile })),
    identityPolicies: ownPolicies,
    permissionsBoundary: ownBoundary,
    memberOf: (view) => {
      const groups = guardedMembers(view, 'Groups');
      return groups.length === 0 ? byDefault([]) : given(groups, [view.origin('Groups')]);
    },
  },
  ignored: {},
});
