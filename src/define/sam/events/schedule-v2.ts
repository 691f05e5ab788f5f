import { trusts } from '../execution-role.ts';
import { entryOf, fieldOf, isTrue } from '../fields.ts';
import { getAtt, type Made } from '../made.ts';
import { settled } from '../settled.ts';
import { propagatedTags } from '../tags.ts';
import { deadLetterOf } from './dead-letter.ts';
import { type EventSource, type FunctionEvent, putForEvent, type StateMachineEvent } from './event-source.ts';

/** `ScheduleV2` of a function. */
export const functionScheduleV2Event: FunctionEvent = (event, target) => {
  putSchedule(event, target.arn, { name: 'LambdaPolicy', action: 'lambda:InvokeFunction' });
  return undefined;
};

/** `ScheduleV2` of a state machine. */
export const stateMachineScheduleV2Event: StateMachineEvent = (event, target) => {
  putSchedule(event, target.arn, { name: 'StartExecutionPolicy', action: 'states:StartExecution' });
};

const sameName = [
  'ScheduleExpression',
  'ScheduleExpressionTimezone',
  'Description',
  'StartDate',
  'EndDate',
  'State',
  'GroupName',
  'KmsKeyArn',
] as const;

/** A schedule of EventBridge Scheduler, with the role that it assumes unless the user gives one. */
function putSchedule(event: EventSource, arn: Made, start: { readonly name: string; readonly action: string }) {
  const { id, properties, expansion } = event;
  const deadLetter = deadLetterOf(event);
  const roleId = `${id}Role`;
  const omit = fieldOf(properties, 'OmitName');
  const named = omit === undefined || !isTrue(settled(omit, expansion));
  putForEvent(event, {
    id,
    type: 'AWS::Scheduler::Schedule',
    properties: {
      ...Object.fromEntries(sameName.map((name) => [name, entryOf(properties, name)])),
      Name: entryOf(properties, 'Name') ?? (named ? id : undefined),
      FlexibleTimeWindow: entryOf(properties, 'FlexibleTimeWindow') ?? { Mode: 'OFF' },
      Target: {
        Arn: arn,
        RoleArn: entryOf(properties, 'RoleArn') ?? getAtt(roleId, 'Arn'),
        Input: entryOf(properties, 'Input'),
        RetryPolicy: entryOf(properties, 'RetryPolicy'),
        DeadLetterConfig: deadLetter === undefined ? undefined : { Arn: deadLetter.arn },
      },
    },
  });
  if (entryOf(properties, 'RoleArn') !== undefined) return;
  const policy = (name: string, action: string, resource: Made) => ({
    PolicyName: `${id}${name}`,
    PolicyDocument: { Statement: [{ Action: action, Effect: 'Allow', Resource: resource }] },
  });
  const queue = deadLetter === undefined ? [] : [policy('SQSPolicy', 'sqs:SendMessage', deadLetter.arn)];
  putForEvent(event, {
    id: roleId,
    type: 'AWS::IAM::Role',
    properties: {
      AssumeRolePolicyDocument: trusts('scheduler.amazonaws.com'),
      Policies: [policy(start.name, start.action, arn), ...queue],
      PermissionsBoundary: entryOf(properties, 'PermissionsBoundary'),
      Tags: propagatedTags(event.owner),
    },
  });
}
