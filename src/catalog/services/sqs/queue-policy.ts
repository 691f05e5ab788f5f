import { defineService } from '../../../model/service.ts';
import { guardedMembers } from '../../guarded-members.ts';
import { noAnswers } from '../../no-answers.ts';
import { policyAttachment, policyTransport } from '../../policy-attachment.ts';
import { statedPolicies } from '../../stated-policies.ts';

/** Actions that carry messages: refusing plain text for them refuses it. */
const denial = {
  path: 'PolicyDocument',
  service: 'sqs',
  actions: ['sqs:SendMessage', 'sqs:ReceiveMessage'],
};

export default defineService({
  type: 'AWS::SQS::QueuePolicy',
  title: 'SQS queue policy',
  element: 'part',
  partOf: (view) => guardedMembers(view, 'Queues'),
  service: 'control',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sqs-queuepolicy.html',
  facts: {
    ...noAnswers('a queue policy is part of its queues, which answer'),
    encryptionInTransit: (view) => policyTransport(view, denial),
    resourcePolicy: (view) => statedPolicies(view, 'PolicyDocument', `queue policy ${view.resource.address}`),
  },
  contributes: (view) =>
    policyAttachment(view, {
      ...denial,
      name: `queue policy ${view.resource.address}`,
      to: guardedMembers(view, 'Queues'),
    }),
  ignored: {},
});
