import type { MappingEntry, Node } from '../cloudformation/node.ts';
import { stateMachineApiEvent } from './events/api.ts';
import type { StateMachineEvent, StateMachineTarget } from './events/event-source.ts';
import { declaredEvents, reportType } from './events/events-of.ts';
import { stateMachineRuleEvent, stateMachineScheduleEvent } from './events/rule.ts';
import { stateMachineScheduleV2Event } from './events/schedule-v2.ts';
import { type Grants, joined, noGrants, policiesOf, roleProperties, trusts } from './execution-role.ts';
import { diagnose, type Expansion, type SamResource } from './expansion.ts';
import { entryOf, fieldOf, isPlainMap, isTrue } from './fields.ts';
import { getAtt, type Made, type MadeObject, ref } from './made.ts';
import { managedPolicyArn } from './managed-policy-arn.ts';
import { dependsOnOf, put } from './put.ts';
import { s3Location } from './s3-location.ts';
import { settledText } from './settled.ts';
import { stateMachineDefinition } from './state-machine-definition.ts';
import { tagsOf } from './tags.ts';

/**
 * The kinds of events that a state machine may have.
 * Source: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-statemachine-statemachineeventsource.html
 */
const stateMachineEvents: Readonly<Record<string, StateMachineEvent>> = {
  Api: stateMachineApiEvent,
  CloudWatchEvent: stateMachineRuleEvent,
  EventBridgeRule: stateMachineRuleEvent,
  Schedule: stateMachineScheduleEvent,
  ScheduleV2: stateMachineScheduleV2Event,
};

/** `AWS::Serverless::StateMachine`: the state machine, its role, its version and alias, and what its events need. */
export function translateStateMachine(cause: SamResource, expansion: Expansion) {
  const { properties } = cause;
  const tags = tagsOf(cause, { 'stateMachine:createdBy': 'SAM' }, expansion);
  const roleId = `${cause.id}Role`;
  const given = entryOf(properties, 'Role');
  if (given === undefined) putRole(cause, roleId, tags, expansion);
  put(expansion, cause, {
    id: cause.id,
    type: 'AWS::StepFunctions::StateMachine',
    properties: {
      ...definitionOf(cause, expansion),
      RoleArn: given ?? getAtt(roleId, 'Arn'),
      StateMachineName: entryOf(properties, 'Name'),
      StateMachineType: entryOf(properties, 'Type'),
      LoggingConfiguration: entryOf(properties, 'Logging'),
      TracingConfiguration: entryOf(properties, 'Tracing'),
      Tags: tags,
    },
    attributes: { DependsOn: dependsOnOf(cause) },
  });
  const target = targetOf(cause, expansion);
  for (const event of declaredEvents(cause, expansion)) {
    const write = stateMachineEvents[event.type];
    if (write === undefined) reportType(event);
    else write(event, target);
  }
}

function putRole(cause: SamResource, id: string, tags: Made, expansion: Expansion) {
  const tracing = isTrue(fieldOf(cause.properties, 'Tracing', 'Enabled'));
  const xray: Grants = {
    managed: [managedPolicyArn('AWSXrayWriteOnlyAccess', expansion.settings.partition)],
    inline: [],
  };
  const grants = joined(tracing ? xray : noGrants, policiesOf(cause, id, expansion));
  const role = roleProperties(cause, trusts('states.amazonaws.com'), grants, tags);
  put(expansion, cause, { id, type: 'AWS::IAM::Role', properties: role });
}

/** The definition in S3, or in the template: written as text, with references as substitutions. */
function definitionOf(cause: SamResource, expansion: Expansion): MadeObject {
  const { properties } = cause;
  const [inline, uri] = [entryOf(properties, 'Definition'), entryOf(properties, 'DefinitionUri')];
  const substitutions = entryOf(properties, 'DefinitionSubstitutions');
  if (inline !== undefined && uri !== undefined)
    report(cause, inline, 'give Definition or DefinitionUri, not both', expansion);
  if (inline === undefined && uri === undefined)
    report(cause, cause.entry, 'needs Definition or DefinitionUri', expansion);
  if (inline !== undefined && !isPlainMap(inline.value)) report(cause, inline, 'Definition must be a map', expansion);
  else if (inline !== undefined) return stateMachineDefinition(inline.value, substitutions?.value);
  const place = uri === undefined ? undefined : s3Location(uri, cause.id, expansion);
  return {
    DefinitionS3Location: place && { Bucket: place.bucket, Key: place.key, Version: place.version },
    DefinitionSubstitutions: substitutions,
  };
}

function report(cause: SamResource, at: MappingEntry, fault: string, expansion: Expansion) {
  diagnose(expansion, 'sam-invalid-property', `state machine ${cause.id}: ${fault}; correct it`, at.keyOrigin);
}

/** What events start: the state machine, or its alias when the user wants that. */
function targetOf(cause: SamResource, expansion: Expansion): StateMachineTarget {
  const alias = putAlias(cause, expansion);
  const useAlias = isTrue(fieldOf(cause.properties, 'UseAliasAsEventTarget'));
  const id = useAlias && alias !== undefined ? alias : cause.id;
  return { arn: ref(id), arnVariable: `<${id}>` };
}

function putAlias(cause: SamResource, expansion: Expansion): string | undefined {
  const given = entryOf(cause.properties, 'AutoPublishAlias');
  const preference = entryOf(cause.properties, 'DeploymentPreference');
  const name = settledText(given?.value, expansion);
  if (given === undefined || name === undefined) {
    if (preference !== undefined) report(cause, preference, 'DeploymentPreference needs AutoPublishAlias', expansion);
    return undefined;
  }
  const versionId = `${cause.id}Version`;
  const aliasId = `${cause.id}Alias${name.replace(/[^A-Za-z0-9]/g, '')}`;
  const kept = {
    DeletionPolicy: entryOf(cause.body, 'DeletionPolicy') ?? 'Retain',
    UpdateReplacePolicy: entryOf(cause.body, 'UpdateReplacePolicy') ?? 'Retain',
  };
  put(expansion, cause, {
    id: versionId,
    type: 'AWS::StepFunctions::StateMachineVersion',
    properties: { StateMachineArn: ref(cause.id), StateMachineRevisionId: getAtt(cause.id, 'StateMachineRevisionId') },
    attributes: kept,
  });
  put(expansion, cause, {
    id: aliasId,
    type: 'AWS::StepFunctions::StateMachineAlias',
    properties: { Name: name, DeploymentPreference: preferenceOf(preference?.value, versionId) },
  });
  expansion.references.set(`${cause.id}.Version`, versionId).set(`${cause.id}.Alias`, aliasId);
  return aliasId;
}

function preferenceOf(given: Node | undefined, versionId: string): MadeObject {
  const names = ['Type', 'Percentage', 'Interval', 'Alarms'];
  return {
    StateMachineVersionArn: ref(versionId),
    ...Object.fromEntries(names.map((name) => [name, entryOf(given, name)])),
    Type: entryOf(given, 'Type') ?? 'ALL_AT_ONCE',
  };
}
