import { eventInvokeConfig } from './event-invoke-config.ts';
import type { FunctionTarget } from './events/event-source.ts';
import { eventsOf } from './events/events-of.ts';
import { type Grants, joined, noGrants, optionalChoice, policiesOf, roleProperties, trusts } from './execution-role.ts';
import { diagnose, type Expansion, type SamResource } from './expansion.ts';
import { entryOf, fieldOf, isCall, textAt } from './fields.ts';
import { checkFunction } from './function-checks.ts';
import { functionCode } from './function-code.ts';
import { functionUrl } from './function-url.ts';
import { functionVersion, type Published } from './function-version.ts';
import { getAtt, type Made, ref } from './made.ts';
import { managedPolicyArn } from './managed-policy-arn.ts';
import { dependsOnOf, put, taken } from './put.ts';
import { settledText } from './settled.ts';
import { tagsOf } from './tags.ts';
import { toggled } from './toggled-condition.ts';

/** Properties that a Lambda function has under the same name. */
const sameName = [
  'FunctionName',
  'Handler',
  'Runtime',
  'Description',
  'MemorySize',
  'Timeout',
  'VpcConfig',
  'Environment',
  'Layers',
  'ReservedConcurrentExecutions',
  'KmsKeyArn',
  'FileSystemConfigs',
  'CodeSigningConfigArn',
  'ImageConfig',
  'PackageType',
  'Architectures',
  'EphemeralStorage',
  'SnapStart',
  'RuntimeManagementConfig',
  'LoggingConfig',
  'RecursiveLoop',
  'TenancyConfig',
  'DurableConfig',
  'FunctionScalingConfig',
  'PublishToLatestPublished',
] as const;

/**
 * `AWS::Serverless::Function`: the function, its role, its version and alias, its URL, and what its events need.
 * Source: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources-function.html
 */
export function translateFunction(cause: SamResource, expansion: Expansion) {
  checkFunction(cause, expansion);
  const code = functionCode(cause, expansion);
  const tags = tagsOf(cause, { 'lambda:createdBy': 'SAM' }, expansion);
  const role = roleOf(cause, expansion);
  put(expansion, cause, {
    id: cause.id,
    type: 'AWS::Lambda::Function',
    properties: {
      ...taken(cause, sameName),
      Code: code,
      Role: role.reference,
      Tags: tags,
      TracingConfig: tracing(cause, expansion),
      DeadLetterConfig: deadLetter(cause, expansion),
      CapacityProviderConfig: capacity(cause),
    },
    attributes: { DependsOn: dependsOnOf(cause) },
  });
  const published = functionVersion(cause, code, expansion);
  functionUrl(cause, published, expansion);
  const grants = joined(
    basicGrants(cause, expansion),
    eventsOf(cause, targetOf(cause, published), expansion),
    deadLetterGrants(cause),
    eventInvokeConfig(cause, published, expansion),
    role.made === undefined ? noGrants : policiesOf(cause, role.made.id, expansion),
  );
  if (role.made !== undefined) {
    const { id, condition } = role.made;
    const properties = roleProperties(cause, trusts('lambda.amazonaws.com'), grants, tags);
    put(expansion, cause, {
      id,
      type: 'AWS::IAM::Role',
      properties,
      ...(condition !== undefined && { attributes: { Condition: condition } }),
    });
  }
}

interface FunctionRole {
  readonly reference: Made;
  /** The role that the transform makes, unless the user gives one. */
  readonly made?: { readonly id: string; readonly condition?: string };
}

function roleOf(cause: SamResource, expansion: Expansion): FunctionRole {
  const id = `${cause.id}Role`;
  const given = entryOf(cause.properties, 'Role');
  if (given === undefined) return { reference: getAtt(id, 'Arn'), made: { id } };
  const choice = optionalChoice(given.value);
  if (choice?.absent === undefined) return { reference: given };
  const { condition, absent, yes, no } = choice;
  const existing = absent === 'yes' ? no : yes;
  const branches = absent === 'yes' ? [getAtt(id, 'Arn'), existing] : [existing, getAtt(id, 'Arn')];
  return {
    reference: { 'Fn::If': [condition, ...branches] },
    made: { id, condition: toggled(condition, absent === 'yes', expansion) },
  };
}

/** What every function's role has, and what its settings need. */
function basicGrants(cause: SamResource, expansion: Expansion): Grants {
  const durable = entryOf(cause.properties, 'DurableConfig') !== undefined;
  const names = [durable ? 'AWSLambdaBasicDurableExecutionRolePolicy' : 'AWSLambdaBasicExecutionRole'];
  if (tracing(cause, expansion) !== undefined) names.push('AWSXrayWriteOnlyAccess');
  if (entryOf(cause.properties, 'VpcConfig') !== undefined) names.push('AWSLambdaVPCAccessExecutionRole');
  return { managed: names.map((name) => managedPolicyArn(name, expansion.settings.partition)), inline: [] };
}

/** Tracing is switched off by `Disabled`, which Lambda does not know. */
function tracing(cause: SamResource, expansion: Expansion): Made {
  const mode = entryOf(cause.properties, 'Tracing');
  return mode === undefined || settledText(mode.value, expansion) === 'Disabled' ? undefined : { Mode: mode };
}

/** The instances on which the function runs. */
function capacity(cause: SamResource): Made {
  const given = entryOf(cause.properties, 'CapacityProviderConfig');
  if (given === undefined || isCall(given.value)) return given;
  return {
    LambdaManagedInstancesCapacityProviderConfig: {
      CapacityProviderArn: entryOf(given.value, 'Arn'),
      ExecutionEnvironmentMemoryGiBPerVCpu: entryOf(given.value, 'ExecutionEnvironmentMemoryGiBPerVCpu'),
      PerExecutionEnvironmentMaxConcurrency: entryOf(given.value, 'PerExecutionEnvironmentMaxConcurrency'),
    },
  };
}

/** Permissions to send to a dead-letter queue or topic, by its type. */
const deadLetterActions: Readonly<Record<string, string>> = { SQS: 'sqs:SendMessage', SNS: 'sns:Publish' };

function deadLetter(cause: SamResource, expansion: Expansion): Made {
  const given = entryOf(cause.properties, 'DeadLetterQueue');
  if (given === undefined || isCall(given.value)) return given;
  const [type, target] = [textAt(given.value, 'Type'), entryOf(given.value, 'TargetArn')];
  if (target !== undefined && deadLetterActions[type ?? ''] !== undefined) return { TargetArn: target };
  const message = `DeadLetterQueue of ${cause.id} needs a TargetArn and a Type, SQS or SNS; correct it`;
  diagnose(expansion, 'sam-invalid-property', message, given.keyOrigin);
  return undefined;
}

function deadLetterGrants(cause: SamResource): Grants {
  const given = fieldOf(cause.properties, 'DeadLetterQueue');
  const action = deadLetterActions[textAt(given, 'Type') ?? ''];
  const target = entryOf(given, 'TargetArn');
  if (action === undefined || target === undefined) return noGrants;
  const PolicyDocument = {
    Version: '2012-10-17',
    Statement: [{ Action: action, Effect: 'Allow', Resource: target.value }],
  };
  return { managed: [], inline: [{ PolicyName: 'DeadLetterQueuePolicy', PolicyDocument }] };
}

function targetOf(cause: SamResource, published: Published | undefined): FunctionTarget {
  const alias = published?.aliasId;
  if (alias === undefined)
    return { name: ref(cause.id), arn: getAtt(cause.id, 'Arn'), arnVariable: `<${cause.id}.Arn>` };
  return { name: ref(alias), arn: ref(alias), arnVariable: `<${alias}>` };
}
