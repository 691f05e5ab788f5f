import type { Node } from '../../cloudformation/node.ts';
import type { Grants } from '../execution-role.ts';
import { diagnose } from '../expansion.ts';
import { entryOf, fieldOf, isCall, isPlainMap, isTrue, textOf } from '../fields.ts';
import { getAtt, type Made, ref } from '../made.ts';
import { managedPolicyArn } from '../managed-policy-arn.ts';
import {
  type EventSource,
  type FunctionEvent,
  type FunctionTarget,
  putForEvent,
  putPermission,
} from './event-source.ts';

/** `SNS`: a subscription of the function to a topic, directly or through a queue. */
export const snsEvent: FunctionEvent = (event, target) => {
  const { id, properties } = event;
  const queue = fieldOf(properties, 'SqsSubscription');
  const topic = entryOf(properties, 'Topic');
  if (queue !== undefined && isCall(queue)) return throughQueue(event, target, queue);
  if (queue === undefined || (!isPlainMap(queue) && !isTrue(queue))) {
    putSubscription(event, 'lambda', target.arn);
    putPermission(event, target, 'sns.amazonaws.com', { SourceArn: topic });
    return undefined;
  }
  if (isPlainMap(queue)) return throughQueue(event, target, queue);
  const queueId = `${id}Queue`;
  putForEvent(event, { id: queueId, type: 'AWS::SQS::Queue', properties: {} });
  return subscribed(event, target, { arn: getAtt(queueId, 'Arn'), url: ref(queueId), policyId: `${id}QueuePolicy` });
};

function throughQueue(event: EventSource, target: FunctionTarget, queue: Node): Grants | undefined {
  const { name, id, owner, entry, expansion } = event;
  const [arn, url] = [fieldOf(queue, 'QueueArn'), fieldOf(queue, 'QueueUrl')];
  if (arn === undefined || url === undefined) {
    const message = `event ${name} of ${owner.id}: SqsSubscription needs QueueArn and QueueUrl; add them`;
    diagnose(expansion, 'sam-missing-property', message, entry.keyOrigin);
    return undefined;
  }
  const policyId = textOf(fieldOf(queue, 'QueuePolicyLogicalId')) ?? `${id}QueuePolicy`;
  return subscribed(event, target, {
    arn,
    url,
    policyId,
    batch: entryOf(queue, 'BatchSize'),
    enabled: entryOf(queue, 'Enabled'),
  });
}

interface Queue {
  readonly arn: Made;
  readonly url: Made;
  readonly policyId: string;
  readonly batch?: Made;
  readonly enabled?: Made;
}

/** The topic sends to the queue, and the function reads the queue. */
function subscribed(event: EventSource, target: FunctionTarget, queue: Queue): Grants {
  const { id, properties, expansion } = event;
  putSubscription(event, 'sqs', queue.arn);
  putForEvent(event, {
    id: queue.policyId,
    type: 'AWS::SQS::QueuePolicy',
    properties: {
      PolicyDocument: {
        Version: '2012-10-17',
        Statement: [
          {
            Action: 'sqs:SendMessage',
            Effect: 'Allow',
            Principal: '*',
            Resource: queue.arn,
            Condition: { ArnEquals: { 'aws:SourceArn': fieldOf(properties, 'Topic') } },
          },
        ],
      },
      Queues: [queue.url],
    },
  });
  putForEvent(event, {
    id: `${id}EventSourceMapping`,
    type: 'AWS::Lambda::EventSourceMapping',
    properties: {
      BatchSize: queue.batch ?? 10,
      Enabled: queue.enabled ?? true,
      EventSourceArn: queue.arn,
      FunctionName: target.name,
    },
  });
  const policy = managedPolicyArn('AWSLambdaSQSQueueExecutionRole', expansion.settings.partition);
  return { managed: [policy], inline: [] };
}

function putSubscription(event: EventSource, protocol: string, endpoint: Made) {
  const { id, properties } = event;
  putForEvent(event, {
    id,
    type: 'AWS::SNS::Subscription',
    properties: {
      Endpoint: endpoint,
      Protocol: protocol,
      TopicArn: entryOf(properties, 'Topic'),
      Region: entryOf(properties, 'Region'),
      FilterPolicy: entryOf(properties, 'FilterPolicy'),
      FilterPolicyScope: entryOf(properties, 'FilterPolicyScope'),
      RedrivePolicy: entryOf(properties, 'RedrivePolicy'),
    },
  });
}
