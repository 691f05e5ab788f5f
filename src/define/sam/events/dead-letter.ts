import { diagnose } from '../expansion.ts';
import { entryOf, fieldOf, textOf } from '../fields.ts';
import { getAtt, type Made, ref } from '../made.ts';
import { type EventSource, putForEvent } from './event-source.ts';

/** Where a rule or schedule puts events that it cannot deliver. */
export interface DeadLetter {
  readonly arn: Made;
  /** The queue that the transform makes. */
  readonly queueId?: string;
}

/** `DeadLetterConfig` of a rule or schedule: a given queue, or one that the transform makes. */
export function deadLetterOf(event: EventSource): DeadLetter | undefined {
  const { id, name, properties, owner, entry, expansion } = event;
  const given = fieldOf(properties, 'DeadLetterConfig');
  if (given === undefined) return undefined;
  const [arn, type, queue] = ['Arn', 'Type', 'QueueLogicalId'].map((key) => fieldOf(given, key));
  const fault =
    arn !== undefined && type !== undefined
      ? 'takes Arn or Type, not both'
      : arn === undefined && type === undefined
        ? 'needs Arn or Type'
        : type !== undefined && textOf(type) !== 'SQS'
          ? 'knows the Type SQS only'
          : queue !== undefined && textOf(queue) === undefined
            ? 'takes a text as QueueLogicalId'
            : undefined;
  if (fault !== undefined) {
    const message = `event ${name} of ${owner.id}: DeadLetterConfig ${fault}; correct it`;
    diagnose(expansion, 'sam-invalid-property', message, entry.keyOrigin);
    return undefined;
  }
  if (arn !== undefined) return { arn: entryOf(given, 'Arn') };
  const queueId = textOf(queue) ?? `${id}Queue`;
  putForEvent(event, { id: queueId, type: 'AWS::SQS::Queue', properties: {} });
  return { arn: getAtt(queueId, 'Arn'), queueId };
}

/** Lets a rule send to the queue that the transform makes for it. */
export function putQueuePolicy(event: EventSource, queueId: string) {
  const Statement = [
    {
      Action: 'sqs:SendMessage',
      Effect: 'Allow',
      Principal: { Service: 'events.amazonaws.com' },
      Resource: getAtt(queueId, 'Arn'),
      Condition: { ArnEquals: { 'aws:SourceArn': getAtt(event.id, 'Arn') } },
    },
  ];
  putForEvent(event, {
    id: `${event.id}QueuePolicy`,
    type: 'AWS::SQS::QueuePolicy',
    properties: { PolicyDocument: { Version: '2012-10-17', Statement }, Queues: [ref(queueId)] },
  });
}
