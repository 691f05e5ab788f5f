import type { Forward } from '../../../model/entry.ts';
import { type Fact, given, mapFact } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import type { RunsAs } from '../../../model/workload.ts';
import { present, property } from '../../answer.ts';
import { jsonObject } from '../../json-object.ts';
import { noAnswers } from '../../no-answers.ts';
import { flowsOf, statedFlow } from '../../stated-flow.ts';
import { subscriptionFlow } from './subscription-flow.ts';

export default defineService({
  type: 'AWS::SNS::Subscription',
  title: 'SNS subscription',
  element: 'part',
  partOf: (view) => [view.read('TopicArn')].flatMap((topic) => topic ?? []),
  service: 'serverless',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sns-subscription.html',
  facts: { ...noAnswers('a subscription is part of its topic, which answers'), runsAs },
  structure: { forwards, settings: (view) => given({ deadLetters: present(view, 'RedrivePolicy') }) },
  ignored: {
    DeliveryPolicy: 'it decides how often a delivery is tried again',
    FilterPolicy: 'it narrows what is delivered; who may receive is the subscription’s endpoint',
    ReplayPolicy: 'it sends archived messages once more to the same endpoint',
  },
});

/** Deliveries to Firehose need a role; others rely on the receiver's policy. */
function runsAs(view: ResourceView): Fact<readonly RunsAs[]> {
  return mapFact(property(view, 'SubscriptionRoleArn'), (role): readonly RunsAs[] =>
    role === undefined ? [] : [{ role, purpose: 'service', service: 'sns.amazonaws.com' }],
  );
}

function forwards(view: ResourceView): Fact<readonly Forward[]> {
  const name = view.resource.address;
  const from = view.read('TopicArn');
  const failed = jsonObject(view.read('RedrivePolicy')).flatMap(
    (policy) => policy.entries.get('deadLetterTargetArn') ?? [],
  );
  return flowsOf(view, [
    ...subscriptionFlow(view.read('Endpoint'), view.read('Protocol'), {
      because: `subscription ${name}`,
      ...(from !== undefined && { from }),
      origin: view.origin(),
    }),
    ...failed.flatMap((to) =>
      statedFlow(to, {
        kind: 'event',
        because: `messages that ${name} could not deliver go there`,
        ...(from !== undefined && { from }),
      }),
    ),
  ]);
}
