import { defineService } from '../../../model/service.ts';
import { guardedMembers } from '../../guarded-members.ts';
import { noAnswers } from '../../no-answers.ts';
import { policyAttachment, policyTransport } from '../../policy-attachment.ts';
import { statedPolicies } from '../../stated-policies.ts';

/** Actions that carry messages: refusing plain text for them refuses it. */
const denial = {
  path: 'PolicyDocument',
  service: 'sns',
  actions: ['sns:Publish'],
};

export default defineService({
  type: 'AWS::SNS::TopicPolicy',
  title: 'SNS topic policy',
  element: 'part',
  partOf: (view) => guardedMembers(view, 'Topics'),
  service: 'control',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sns-topicpolicy.html',
  facts: {
    ...noAnswers('a topic policy is part of its topics, which answer'),
    encryptionInTransit: (view) => policyTransport(view, denial),
    resourcePolicy: (view) => statedPolicies(view, 'PolicyDocument', `topic policy ${view.resource.address}`),
  },
  contributes: (view) =>
    policyAttachment(view, {
      ...denial,
      name: `topic policy ${view.resource.address}`,
      to: guardedMembers(view, 'Topics'),
    }),
  ignored: {},
});
