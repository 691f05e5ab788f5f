import { entryOf } from '../fields.ts';
import { ref, sub } from '../made.ts';
import { propagatedTags } from '../tags.ts';
import { type FunctionEvent, putForEvent, putPermission } from './event-source.ts';

/** `IoTRule`: a topic rule that calls the function. */
export const iotRuleEvent: FunctionEvent = (event, target) => {
  const { id, properties, owner, expansion } = event;
  const rule = `arn:${expansion.settings.partition}:iot:<AWS::Region>:<AWS::AccountId>:rule/<RuleName>`;
  putPermission(event, target, 'iot.amazonaws.com', {
    SourceAccount: sub('<AWS::AccountId>'),
    SourceArn: sub(rule, { RuleName: ref(id) }),
  });
  putForEvent(event, {
    id,
    type: 'AWS::IoT::TopicRule',
    properties: {
      TopicRulePayload: {
        RuleDisabled: false,
        Sql: entryOf(properties, 'Sql'),
        Actions: [{ Lambda: { FunctionArn: target.arn } }],
        AwsIotSqlVersion: entryOf(properties, 'AwsIotSqlVersion'),
      },
      Tags: propagatedTags(owner),
    },
  });
  return undefined;
};
