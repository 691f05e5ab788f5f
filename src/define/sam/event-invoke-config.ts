import type { MappingEntry } from '../cloudformation/node.ts';
import { type Grants, noGrants, optionalChoice } from './execution-role.ts';
import { diagnose, type Expansion, type SamResource } from './expansion.ts';
import { entryOf, fieldOf, isNoValue, textAt } from './fields.ts';
import type { Published } from './function-version.ts';
import { getAtt, type Made, ref } from './made.ts';
import { conditionOf, put } from './put.ts';
import { settled } from './settled.ts';
import { both, toggledById } from './toggled-condition.ts';

/** What a destination of that type needs: a permission, and a resource that the transform can make for it. */
const destinations: Readonly<Record<string, { readonly action: string; readonly made?: string }>> = {
  SQS: { action: 'sqs:SendMessage', made: 'AWS::SQS::Queue' },
  SNS: { action: 'sns:publish', made: 'AWS::SNS::Topic' },
  Lambda: { action: 'lambda:InvokeFunction' },
  EventBridge: { action: 'events:PutEvents' },
  S3: { action: 's3:PutObject' },
  S3Bucket: { action: 's3:PutObject' },
};

/** `EventInvokeConfig`: retries and destinations of asynchronous calls, with the permissions to reach these. */
export function eventInvokeConfig(cause: SamResource, published: Published | undefined, expansion: Expansion): Grants {
  const given = entryOf(cause.properties, 'EventInvokeConfig');
  if (given === undefined) return noGrants;
  const id = `${cause.id}EventInvokeConfig`;
  const config = fieldOf(given.value, 'DestinationConfig');
  const inline: Made[] = [];
  const written: Record<string, Made> = {};
  for (const when of ['OnSuccess', 'OnFailure']) {
    const entry = entryOf(config, when);
    const made = entry && destination({ cause, id: `${id}${when}`, when, entry, expansion });
    if (made === undefined) continue;
    written[when] = { Destination: made.target };
    inline.push(...made.policies);
  }
  put(expansion, cause, {
    id,
    type: 'AWS::Lambda::EventInvokeConfig',
    properties: {
      FunctionName: ref(cause.id),
      Qualifier: published?.alias ?? '$LATEST',
      MaximumEventAgeInSeconds: entryOf(given.value, 'MaximumEventAgeInSeconds'),
      MaximumRetryAttempts: entryOf(given.value, 'MaximumRetryAttempts'),
      ...(config !== undefined && { DestinationConfig: written }),
    },
    ...(published !== undefined && { attributes: { DependsOn: [published.aliasId] } }),
    at: given,
  });
  return { managed: [], inline };
}

interface DestinationPlace {
  readonly cause: SamResource;
  readonly id: string;
  readonly when: string;
  readonly entry: MappingEntry;
  readonly expansion: Expansion;
}

function destination(
  place: DestinationPlace,
): { readonly target: Made; readonly policies: readonly Made[] } | undefined {
  const { cause, id, when, entry, expansion } = place;
  const type = textAt(entry.value, 'Type');
  const known = destinations[type ?? ''];
  const given = entryOf(entry.value, 'Destination');
  if (known === undefined || (known.made === undefined && given === undefined)) {
    const message = `${when} of ${cause.id} needs a Type (SQS, SNS, Lambda, EventBridge, S3) and, unless it is SQS or SNS, a Destination; give them`;
    diagnose(expansion, 'sam-invalid-property', message, entry.keyOrigin);
    return undefined;
  }
  const target = targetOf(place, known.made);
  const PolicyDocument = { Statement: statementsOf(known.action, target) };
  return { target, policies: [{ PolicyName: `${id}${type?.replace('Bucket', '')}Policy`, PolicyDocument }] };
}

/** What sending to a destination takes; writing to a bucket means its objects, and looking into it. */
function statementsOf(action: string, target: Made): readonly Made[] {
  if (action !== 's3:PutObject') return [{ Action: action, Effect: 'Allow', Resource: target }];
  return [
    { Action: action, Effect: 'Allow', Resource: { 'Fn::Join': ['/', [target, '*']] } },
    { Action: 's3:ListBucket', Effect: 'Allow', Resource: target },
  ];
}

/** The given destination, the one that the transform makes, or a choice between both. */
function targetOf({ cause, id, entry, expansion }: DestinationPlace, type: string | undefined): Made {
  const given = entryOf(entry.value, 'Destination');
  const suffix = type === 'AWS::SQS::Queue' ? 'Queue' : 'Topic';
  const madeId = `${id}${suffix}`;
  const own = type === 'AWS::SQS::Queue' ? getAtt(madeId, 'Arn') : ref(madeId);
  const make = (condition?: string) => {
    const attributes = { Condition: both(conditionOf(cause), condition, expansion) };
    put(expansion, cause, { id: madeId, type: type ?? '', properties: {}, attributes, at: entry });
    expansion.references.set(`${cause.id}.Destination${suffix}`, madeId);
  };
  if (type === undefined && given !== undefined) return settled(given.value, expansion);
  const choice = optionalChoice(given?.value);
  if (given === undefined || isNoValue(given.value)) make();
  if (given === undefined || isNoValue(given.value)) return own;
  if (choice?.absent === undefined) return settled(given.value, expansion);
  const condition = toggledById(choice.condition, choice.absent === 'yes', expansion);
  make(condition);
  return { 'Fn::If': [condition, own, settled(choice.absent === 'yes' ? choice.no : choice.yes, expansion)] };
}
