import { trusts } from '../execution-role.ts';
import { diagnose } from '../expansion.ts';
import { entryOf, fieldOf, isTrue, textAt } from '../fields.ts';
import { getAtt, type Made, type MadeObject } from '../made.ts';
import { settled } from '../settled.ts';
import { propagatedTags } from '../tags.ts';
import { deadLetterOf, putQueuePolicy } from './dead-letter.ts';
import {
  type EventSource,
  type FunctionEvent,
  putForEvent,
  putPermission,
  type StateMachineEvent,
  type StateMachineTarget,
} from './event-source.ts';

/** `CloudWatchEvent` and `EventBridgeRule` of a function. */
export const functionRuleEvent: FunctionEvent = (event, target) => {
  putPermission(event, target, 'events.amazonaws.com', { SourceArn: getAtt(event.id, 'Arn') });
  putRule(event, { what: patternOf(event), arn: target.arn, suffix: 'LambdaTarget' });
  return undefined;
};

/** `Schedule` of a function. */
export const functionScheduleEvent: FunctionEvent = (event, target) => {
  putPermission(event, target, 'events.amazonaws.com', { SourceArn: getAtt(event.id, 'Arn') });
  putRule(event, { what: scheduleOf(event), arn: target.arn, suffix: 'LambdaTarget' });
  return undefined;
};

/** `CloudWatchEvent` and `EventBridgeRule` of a state machine. */
export const stateMachineRuleEvent: StateMachineEvent = (event, target) => {
  const role = putStartRole(event, target, 'events.amazonaws.com');
  putRule(event, { what: patternOf(event), arn: target.arn, suffix: 'StepFunctionsTarget', role });
};

/** `Schedule` of a state machine. */
export const stateMachineScheduleEvent: StateMachineEvent = (event, target) => {
  const role = putStartRole(event, target, 'events.amazonaws.com');
  putRule(event, { what: scheduleOf(event), arn: target.arn, suffix: 'StepFunctionsTarget', role });
};

/** The role with which a service starts a state machine. */
export function putStartRole(event: EventSource, target: StateMachineTarget, service: string): MadeObject {
  const id = `${event.id}Role`;
  const { owner } = event;
  const Statement = [{ Action: 'states:StartExecution', Effect: 'Allow', Resource: target.arn }];
  putForEvent(event, {
    id,
    type: 'AWS::IAM::Role',
    properties: {
      AssumeRolePolicyDocument: trusts(service),
      Policies: [{ PolicyName: `${id}StartExecutionPolicy`, PolicyDocument: { Statement } }],
      PermissionsBoundary: entryOf(owner.properties, 'PermissionsBoundary'),
      Tags: propagatedTags(owner),
    },
  });
  return getAtt(id, 'Arn');
}

function patternOf({ properties }: EventSource): MadeObject {
  return {
    EventBusName: entryOf(properties, 'EventBusName'),
    EventPattern: entryOf(properties, 'Pattern'),
    Name: entryOf(properties, 'RuleName'),
    State: entryOf(properties, 'State'),
  };
}

function scheduleOf(event: EventSource): MadeObject {
  const { name, properties, owner, entry, expansion } = event;
  const enabled = fieldOf(properties, 'Enabled');
  const state = entryOf(properties, 'State');
  if (enabled !== undefined && state !== undefined) {
    const message = `event ${name} of ${owner.id}: give State or Enabled, not both`;
    diagnose(expansion, 'sam-conflict', message, entry.keyOrigin);
  }
  const ability = enabled === undefined ? undefined : isTrue(settled(enabled, expansion)) ? 'ENABLED' : 'DISABLED';
  return {
    ScheduleExpression: entryOf(properties, 'Schedule'),
    Name: entryOf(properties, 'Name'),
    Description: entryOf(properties, 'Description'),
    State: state ?? ability,
  };
}

interface RuleParts {
  readonly what: MadeObject;
  readonly arn: Made;
  /** End of the target's id. */
  readonly suffix: string;
  readonly role?: Made;
}

function putRule(event: EventSource, { what, arn, suffix, role }: RuleParts) {
  const { id, properties } = event;
  const deadLetter = deadLetterOf(event);
  const targetId = textAt(properties, 'Target', 'Id');
  putForEvent(event, {
    id,
    type: 'AWS::Events::Rule',
    properties: {
      ...what,
      Targets: [
        {
          Arn: arn,
          Id: targetId ?? `${id.slice(0, 64 - suffix.length)}${suffix}`,
          RoleArn: role,
          Input: entryOf(properties, 'Input'),
          InputPath: entryOf(properties, 'InputPath'),
          InputTransformer: entryOf(properties, 'InputTransformer'),
          RetryPolicy: entryOf(properties, 'RetryPolicy'),
          DeadLetterConfig: deadLetter === undefined ? undefined : { Arn: deadLetter.arn },
        },
      ],
    },
  });
  if (deadLetter?.queueId !== undefined) putQueuePolicy(event, deadLetter.queueId);
}
