import { byDefault, notApplicable } from '../../../model/fact.ts';
import { defineService } from '../../../model/service.ts';
import { inNoRegion } from '../../aws-api.ts';
import { noAnswers } from '../../no-answers.ts';

/** A role that one AWS service keeps for itself; its policies and its trust are AWS's and cannot be changed. */
export default defineService({
  type: 'AWS::IAM::ServiceLinkedRole',
  title: 'service-linked role',
  element: 'identity',
  service: 'identity',
  documentation: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html',
  facts: {
    ...noAnswers('A service-linked role is an identity of an AWS service: it holds no data.'),
    placement: inNoRegion,
    endpoints: notApplicable('Only the AWS service that it is linked to takes it.'),
    resourcePolicy: notApplicable('Only the AWS service that it is linked to takes it.'),
  },
  structure: {
    principal: () => byDefault({ kind: 'role', serviceLinked: true }),
  },
  ignored: {},
});
