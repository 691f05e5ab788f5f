import { entryOf, fieldOf } from '../fields.ts';
import { sub } from '../made.ts';
import { type FunctionEvent, putForEvent, putPermission } from './event-source.ts';

/** `CloudWatchLogs`: what is written to a log group goes to the function. */
export const logsEvent: FunctionEvent = (event, target) => {
  const { id, properties, expansion } = event;
  const arn = `arn:${expansion.settings.partition}:logs:<AWS::Region>:<AWS::AccountId>:log-group:<__LogGroupName__>:*`;
  putPermission(event, target, 'logs.amazonaws.com', {
    SourceArn: sub(arn, { __LogGroupName__: fieldOf(properties, 'LogGroupName') }),
  });
  putForEvent(event, {
    id,
    type: 'AWS::Logs::SubscriptionFilter',
    properties: {
      LogGroupName: entryOf(properties, 'LogGroupName'),
      FilterPattern: entryOf(properties, 'FilterPattern'),
      DestinationArn: target.arn,
    },
    attributes: { DependsOn: [`${id}Permission`] },
  });
  return undefined;
};
