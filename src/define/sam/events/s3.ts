import { amend } from '../amend.ts';
import { diagnose } from '../expansion.ts';
import { entryOf, fieldOf, isPlainMap, itemsOf, refOf } from '../fields.ts';
import { type Made, madeNode, opened, ref, toNode } from '../made.ts';
import { conditionOf, underCondition } from '../put.ts';
import { propagatedTags } from '../tags.ts';
import { type EventSource, type FunctionEvent, type FunctionTarget, putPermission } from './event-source.ts';

/** `S3`: a bucket of the same template notifies the function of changes to its objects. */
export const s3Event: FunctionEvent = (event, target) => {
  const { properties, owner, entry, expansion } = event;
  const bucket = refOf(fieldOf(properties, 'Bucket'));
  if (bucket === undefined || expansion.resources.get(bucket)?.type !== 'AWS::S3::Bucket') {
    const message = `event ${event.name} of ${owner.id}: Bucket must be a Ref to a bucket of this template; correct it`;
    diagnose(expansion, 'sam-unknown-reference', message, entry.keyOrigin);
    return undefined;
  }
  putPermission(event, target, 's3.amazonaws.com', { SourceAccount: ref('AWS::AccountId') });
  amend(expansion, bucket, (body) => {
    depend(event, body);
    propagateTags(event, body);
    notify(event, target, bucket, body);
  });
  return undefined;
};

/** The bucket waits for the permission; one that exists under a condition only is named in a tag instead. */
function depend(event: EventSource, body: Map<string, Made>) {
  const permission = `${event.id}Permission`;
  const condition = conditionOf(event.owner);
  if (condition === undefined) {
    const given = body.get('DependsOn');
    const known = given === undefined ? [] : itemsOf(toNode(given, event.entry.origin));
    if (known.some((one) => one.kind !== 'scalar' || typeof one.value !== 'string')) {
      const message = `event ${event.name} of ${event.owner.id}: DependsOn of its bucket must be a logical id, or a list of them`;
      diagnose(event.expansion, 'sam-invalid-property', message, event.entry.keyOrigin);
    }
    body.set('DependsOn', [...known, permission]);
    return;
  }
  const written = opened(toNode(body.get('Properties'), event.entry.origin));
  const tags = itemsOf(madeNode(written.get('Tags'), event.entry.origin));
  const value = { 'Fn::If': [condition, ref(permission), 'no dependency'] };
  written.set('Tags', [...tags, { Key: `sam:ConditionalDependsOn:${permission}`, Value: value }]);
  body.set('Properties', written);
}

/** With `PropagateTags`, the bucket gets the tags of the function. */
function propagateTags({ owner, entry }: EventSource, body: Map<string, Made>) {
  const tags = propagatedTags(owner);
  if (tags === undefined) return;
  const written = opened(toNode(body.get('Properties'), entry.origin));
  body.set('Properties', written.set('Tags', [...itemsOf(madeNode(written.get('Tags'), entry.origin)), ...tags]));
}

function notify(event: EventSource, target: FunctionTarget, bucket: string, body: Map<string, Made>) {
  const { properties, entry, owner, expansion } = event;
  const written = opened(toNode(body.get('Properties'), entry.origin));
  const given = toNode(written.get('NotificationConfiguration') ?? {}, entry.origin);
  const known = entryOf(given, 'LambdaConfigurations')?.value;
  if (!isPlainMap(given) || (known !== undefined && known.kind !== 'sequence')) {
    const message = `NotificationConfiguration of ${bucket} must be a map, and its LambdaConfigurations a list; correct it`;
    diagnose(expansion, 'sam-invalid-property', message, given.origin);
    return;
  }
  const added = itemsOf(fieldOf(properties, 'Events')).map((name) =>
    underCondition(conditionOf(owner), {
      Function: target.arn,
      Event: name,
      Filter: entryOf(properties, 'Filter'),
    }),
  );
  const configurations = opened(given).set('LambdaConfigurations', [...itemsOf(known), ...added]);
  body.set('Properties', written.set('NotificationConfiguration', configurations));
}
