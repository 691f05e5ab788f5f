import type { Node } from '../cloudformation/node.ts';
import { trusts } from './execution-role.ts';
import { diagnose, type Expansion, type SamResource } from './expansion.ts';
import { branchesOf, entryOf, fieldOf, isFalse, isTrue, itemsOf } from './fields.ts';
import { getAtt, type Made, type MadeObject, ref, sub } from './made.ts';
import { managedPolicyArn } from './managed-policy-arn.ts';
import { conditionOf, putAlone } from './put.ts';
import { settled, settledText } from './settled.ts';
import { propagatedTags } from './tags.ts';

/** A function whose new versions CodeDeploy brings in step by step. */
export interface DeploymentPreference {
  readonly cause: SamResource;
  readonly given: Node;
  /** The condition that its deployment group has. */
  readonly condition: string | undefined;
}

const applicationId = 'ServerlessDeploymentApplication';
const roleId = 'CodeDeployServiceRole';
const conditionId = 'ServerlessCodeDeployCondition';

/** `UpdatePolicy` of a function's alias, when the function has a `DeploymentPreference` in force; notes that preference. */
export function aliasUpdatePolicy(cause: SamResource, alias: string | undefined, expansion: Expansion): Made {
  const entry = entryOf(cause.properties, 'DeploymentPreference');
  if (entry === undefined || entry.value.kind !== 'mapping') return undefined;
  const given = entry.value;
  const enabled = fieldOf(given, 'Enabled');
  const settledEnabled = enabled && settled(enabled, expansion);
  if (isFalse(settledEnabled)) return undefined;
  if (alias === undefined) {
    const message = `DeploymentPreference of ${cause.id} needs AutoPublishAlias; add it`;
    diagnose(expansion, 'sam-missing-property', message, entry.keyOrigin);
    return undefined;
  }
  const passes = isTrue(settled(fieldOf(given, 'PassthroughCondition') ?? { ...given, entries: new Map() }, expansion));
  expansion.preferences.push({ cause, given, condition: passes ? conditionOf(cause) : undefined });
  const hooks = fieldOf(given, 'Hooks');
  return {
    CodeDeployLambdaAliasUpdate: {
      ApplicationName: ref(applicationId),
      DeploymentGroupName: ref(groupId(cause)),
      BeforeAllowTrafficHook: entryOf(hooks, 'PreTraffic'),
      AfterAllowTrafficHook: entryOf(hooks, 'PostTraffic'),
    },
  };
}

function groupId(cause: SamResource): string {
  return `${cause.id}DeploymentGroup`;
}

/** The CodeDeploy application, its role, and a deployment group for each function with a preference. */
export function deploymentGroups(expansion: Expansion) {
  const { preferences } = expansion;
  const [first] = preferences;
  if (first === undefined) return;
  const attributes = { Condition: sharedCondition(expansion) };
  const properties = { ComputePlatform: 'Lambda', Tags: propagatedTags(first.cause) };
  putAlone(expansion, first.cause, { id: applicationId, type: 'AWS::CodeDeploy::Application', properties, attributes });
  if (preferences.some(({ given }) => entryOf(given, 'Role') === undefined)) {
    const role = {
      AssumeRolePolicyDocument: trusts('codedeploy.amazonaws.com'),
      ManagedPolicyArns: [managedPolicyArn('AWSCodeDeployRoleForLambda', expansion.settings.partition)],
      Tags: propagatedTags(first.cause),
    };
    putAlone(expansion, first.cause, { id: roleId, type: 'AWS::IAM::Role', properties: role, attributes });
  }
  for (const { cause, given, condition } of preferences) {
    putAlone(expansion, cause, {
      id: groupId(cause),
      type: 'AWS::CodeDeploy::DeploymentGroup',
      properties: groupProperties(cause, given, expansion),
      attributes: { Condition: condition },
    });
  }
}

/** Application and role exist when one of the groups does: always, when one of these has no condition. */
function sharedCondition({ preferences, conditions }: Expansion): string | undefined {
  const names = [...new Set(preferences.map(({ condition }) => condition))];
  const given = names.filter((name) => name !== undefined);
  if (given.length < names.length) return undefined;
  if (given.length === 1) return given[0];
  conditions.set(conditionId, { 'Fn::Or': given.map((name) => ({ Condition: name })) });
  return conditionId;
}

function groupProperties(cause: SamResource, given: Node, expansion: Expansion): MadeObject {
  const triggers = fieldOf(given, 'TriggerConfigurations');
  return {
    ApplicationName: ref(applicationId),
    AutoRollbackConfiguration: {
      Enabled: true,
      Events: ['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_ALARM', 'DEPLOYMENT_STOP_ON_REQUEST'],
    },
    AlarmConfiguration: alarms(fieldOf(given, 'Alarms')),
    DeploymentConfigName: configName(fieldOf(given, 'Type'), expansion),
    DeploymentStyle: { DeploymentType: 'BLUE_GREEN', DeploymentOption: 'WITH_TRAFFIC_CONTROL' },
    ServiceRoleArn: entryOf(given, 'Role') ?? getAtt(roleId, 'Arn'),
    TriggerConfigurations: triggers,
    Tags: propagatedTags(cause),
  };
}

function alarms(given: Node | undefined): Made {
  const list = (node: Node): Made => itemsOf(node).map((name) => ({ Name: name }));
  if (given === undefined) return undefined;
  const choice = branchesOf(given);
  const side = (node: Node) => (node.kind === 'sequence' ? { Enabled: true, Alarms: list(node) } : node);
  if (choice !== undefined) return { 'Fn::If': [choice.condition, side(choice.yes), side(choice.no)] };
  return { Enabled: true, Alarms: list(given) };
}

/** Names of AWS's own configurations are written without their prefix. */
function configName(type: Node | undefined, expansion: Expansion): Made {
  const name = settledText(type, expansion);
  if (type === undefined) return undefined;
  if (name === undefined) return type;
  return /^(AllAtOnce|(Canary|Linear)\d+Percent(Every)?\d+Minutes?)$/.test(name)
    ? sub('CodeDeployDefault.Lambda<ConfigName>', { ConfigName: name })
    : type;
}
