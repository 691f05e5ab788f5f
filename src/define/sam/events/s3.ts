import { amend } from '../amend.ts';
import { diagnose } from '../expansion.ts';
import { entryOf, fieldOf, isPlainMap, itemsOf, refOf } from '../fields.ts';
import { type Made, madeNode, openedList, openedMember, ref } from '../made.ts';
import { conditionOf, underCondition } from '../put.ts';
import { propagatedTags } from '../tags.ts';
import { type EventSource, type FunctionEvent, type FunctionTarget, putPermission } from './event-source.ts';

/** `S3`: a bucket of the same template notifies the function of changes to its objects. */
export const s3Event: FunctionEvent = (event, target) => {
  const { properties, expansion } = event;
  const bucket = refOf(fieldOf(properties, 'Bucket'));
  const declared = bucket === undefined ? undefined : expansion.resources.get(bucket);
  if (bucket === undefined || declared?.type !== 'AWS::S3::Bucket') {
    report(event, 'Bucket must be a Ref to a bucket of this template');
    return undefined;
  }
  checkBucket(event, declared.body, bucket);
  putPermission(event, target, 's3.amazonaws.com', { SourceAccount: ref('AWS::AccountId') });
  amend(expansion, bucket, (body) => {
    depend(event, body);
    propagateTags(event, body);
    notify(event, target, body);
  });
  return undefined;
};

function report({ name, owner, entry, expansion }: EventSource, fault: string) {
  const message = `event ${name} of ${owner.id}: ${fault}; correct it`;
  diagnose(expansion, 'sam-invalid-property', message, entry.keyOrigin);
}

function checkBucket(event: EventSource, body: Parameters<typeof fieldOf>[0], bucket: string) {
  const waits = itemsOf(fieldOf(body, 'DependsOn'));
  if (waits.some((one) => one.kind !== 'scalar' || typeof one.value !== 'string'))
    report(event, `DependsOn of ${bucket} must be a logical id, or a list of them`);
  const given = fieldOf(body, 'Properties', 'NotificationConfiguration');
  const known = fieldOf(given, 'LambdaConfigurations');
  if (given !== undefined && (!isPlainMap(given) || (known !== undefined && known.kind !== 'sequence')))
    report(event, `NotificationConfiguration of ${bucket} must be a map, and its LambdaConfigurations a list`);
}

/** The bucket waits for the permission; one that exists under a condition only is named in a tag instead. */
function depend({ id, owner, entry }: EventSource, body: Map<string, Made>) {
  const permission = `${id}Permission`;
  const condition = conditionOf(owner);
  if (condition === undefined) {
    openedList(body, 'DependsOn', entry.origin).push(permission);
    return;
  }
  const tags = openedList(openedMember(body, 'Properties', entry.origin), 'Tags', entry.origin);
  const value = { 'Fn::If': [condition, ref(permission), 'no dependency'] };
  tags.push({ Key: `sam:ConditionalDependsOn:${permission}`, Value: value });
}

/** With `PropagateTags`, the bucket gets the tags of the function. */
function propagateTags({ owner, entry }: EventSource, body: Map<string, Made>) {
  const tags = propagatedTags(owner);
  if (tags === undefined) return;
  openedList(openedMember(body, 'Properties', entry.origin), 'Tags', entry.origin).push(...tags);
}

function notify({ properties, entry, owner }: EventSource, target: FunctionTarget, body: Map<string, Made>) {
  const written = openedMember(body, 'Properties', entry.origin);
  const given = written.get('NotificationConfiguration');
  if (given !== undefined && !(given instanceof Map) && !isPlainMap(madeNode(given, entry.origin))) return;
  const configurations = openedMember(written, 'NotificationConfiguration', entry.origin);
  const list = openedList(configurations, 'LambdaConfigurations', entry.origin);
  for (const name of itemsOf(fieldOf(properties, 'Events'))) {
    const made = { Function: target.arn, Event: name, Filter: entryOf(properties, 'Filter') };
    list.push(underCondition(conditionOf(owner), made));
  }
}
