import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import type { Going } from './going.ts';
import { newArn } from './new-things.ts';
import { allowed, arnOf } from './permission.ts';
import { remembered } from './remembered.ts';

/** What Lambda polls with the function's role, and the action that reads it. https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventsourcemapping.html */
const reading = [
  ['AWS::SQS::Queue', 'sqs:ReceiveMessage'],
  ['AWS::Kinesis::Stream', 'kinesis:GetRecords'],
  ['AWS::MSK::Cluster', 'kafka-cluster:ReadData'],
] as const;

/** Of one kind no more sources than these are tried. */
const mostSources = 50;

const sources = remembered((ask) => {
  const known = new Map<Resource, Going>();
  return { of: (role: Resource) => known.get(role) ?? remember(known, role, sourceOf(ask, role)) };
});

/** A function is called with events that its role may read from a source that is there. */
export function readsEvents(ask: Questions, role: Resource): Going {
  return sources(ask).of(role);
}

function sourceOf(ask: Questions, role: Resource): Going {
  for (const [type, action] of reading)
    for (const source of ask.system.ofType(type).slice(0, mostSources)) {
      const item = allowed(ask, role, { action, on: source, resource: arnOf(source) });
      if (item !== undefined) return { proof: [item] };
    }
  return { proof: [], provided: 'an event source that the role may read' };
}

/** The stream of a table that whoever passes the role makes and fills. */
export function readsNewTable(ask: Questions, role: Resource): Going | undefined {
  const stream = newArn(ask, role, {
    action: 'dynamodb:GetRecords',
    kind: 'table/',
    name: ['bartizan-new/stream/now'],
  });
  const item = allowed(ask, role, { action: 'dynamodb:GetRecords', on: '*', resource: stream });
  return item === undefined ? undefined : { proof: [item] };
}

function remember(known: Map<Resource, Going>, role: Resource, going: Going): Going {
  known.set(role, going);
  return going;
}
