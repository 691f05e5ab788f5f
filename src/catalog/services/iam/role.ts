import { byDefault, given, mapFact, notApplicable } from '../../../model/fact.ts';
import type { PolicySource } from '../../../model/policy.ts';
import { defineService } from '../../../model/service.ts';
import { quantity } from '../../answer.ts';
import { inNoRegion } from '../../aws-api.ts';
import { noAnswers } from '../../no-answers.ts';
import { readPolicies } from '../../read-policy.ts';
import { ownBoundary, ownPolicies } from './attached-policies.ts';

/** An identity without credentials of its own, for whoever its trust policy names. */
export default defineService({
  type: 'AWS::IAM::Role',
  title: 'IAM role',
  element: 'identity',
  service: 'identity',
  documentation: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles.html',
  facts: {
    ...noAnswers('A role is an identity: it holds no data, and CloudTrail records what is done with it.'),
    placement: inNoRegion,
    endpoints: notApplicable('A role is taken through STS; its trust policy says by whom.'),
    resourcePolicy: notApplicable('Who may act as a role stands in its trust policy.'),
  },
  structure: {
    // "Maximum session duration": one hour unless the role says otherwise.
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-settings.html
    principal: (view) =>
      mapFact(quantity(view, 'MaxSessionDuration', 3600), (seconds) => ({
        kind: 'role',
        maxSessionSeconds: seconds,
        serviceLinked: false,
      })),
    trustPolicy: (view) =>
      given(
        readPolicies(view.read('AssumeRolePolicyDocument')).map(
          (document): PolicySource => ({ name: 'trust policy', kind: 'trust', statedBy: view.resource.id, document }),
        ),
        [view.origin('AssumeRolePolicyDocument')],
      ),
    identityPolicies: ownPolicies,
    permissionsBoundary: ownBoundary,
    memberOf: () => byDefault([]),
  },
  ignored: {},
});
