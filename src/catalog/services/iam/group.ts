import { byDefault, notApplicable } from '../../../model/fact.ts';
import { defineService } from '../../../model/service.ts';
import { inNoRegion } from '../../aws-api.ts';
import { noAnswers } from '../../no-answers.ts';
import { ownPolicies } from './attached-policies.ts';

/** A set of users that share policies. It is no principal: nobody acts as a group. */
export default defineService({
  type: 'AWS::IAM::Group',
  title: 'IAM group',
  element: 'identity',
  service: 'identity',
  documentation: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_groups.html',
  facts: {
    ...noAnswers('A group is a list of users: it holds no data and nobody acts as it.'),
    placement: inNoRegion,
    endpoints: notApplicable('Nobody acts as a group.'),
    resourcePolicy: notApplicable('IAM has no policy on groups.'),
  },
  structure: {
    principal: () => byDefault({ kind: 'group' }),
    identityPolicies: ownPolicies,
  },
  ignored: {},
});
