import type { MappingEntry } from '../../cloudformation/node.ts';
import { type Grants, joined, noGrants } from '../execution-role.ts';
import { diagnose, type Expansion, type SamResource } from '../expansion.ts';
import { entriesOf, entryOf, fieldOf, isPlainMap, textAt } from '../fields.ts';
import { checkShape } from '../shapes/check-shape.ts';
import { eventShapes, requiredByEvents } from '../shapes/events.ts';
import { alexaSkillEvent } from './alexa-skill.ts';
import { functionApiEvent } from './api.ts';
import { cognitoEvent } from './cognito.ts';
import type { EventSource, FunctionEvent, FunctionTarget } from './event-source.ts';
import { eventSourceMappings } from './event-source-mapping.ts';
import { functionHttpApiEvent } from './http-api.ts';
import { iotRuleEvent } from './iot-rule.ts';
import { logsEvent } from './logs.ts';
import { functionRuleEvent, functionScheduleEvent } from './rule.ts';
import { s3Event } from './s3.ts';
import { functionScheduleV2Event } from './schedule-v2.ts';
import { snsEvent } from './sns.ts';

/**
 * The kinds of events that a function may have.
 * Source: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-eventsource.html
 */
const functionEvents: Readonly<Record<string, FunctionEvent>> = {
  ...eventSourceMappings,
  AlexaSkill: alexaSkillEvent,
  Api: functionApiEvent,
  HttpApi: functionHttpApiEvent,
  CloudWatchEvent: functionRuleEvent,
  EventBridgeRule: functionRuleEvent,
  CloudWatchLogs: logsEvent,
  Cognito: cognitoEvent,
  IoTRule: iotRuleEvent,
  S3: s3Event,
  SNS: snsEvent,
  Schedule: functionScheduleEvent,
  ScheduleV2: functionScheduleV2Event,
};

/** Writes what a function's events become; the grants are those that its role needs for them. */
export function eventsOf(owner: SamResource, target: FunctionTarget, expansion: Expansion): Grants {
  const grants: Grants[] = [];
  const tenants = fieldOf(owner.properties, 'TenancyConfig') !== undefined;
  for (const event of declaredEvents(owner, expansion)) {
    const write = functionEvents[event.type];
    if (write === undefined) {
      reportType(event);
      continue;
    }
    if (tenants && event.type !== 'Api' && event.type !== 'HttpApi') {
      const message = `event ${event.name} of ${owner.id}: functions with TenancyConfig take Api and HttpApi events only`;
      diagnose(expansion, 'sam-conflict', message, event.entry.keyOrigin);
    }
    grants.push(write(event, target) ?? noGrants);
  }
  return joined(...grants);
}

/** The entries of `Events` that are well-formed; others are reported. */
export function declaredEvents(owner: SamResource, expansion: Expansion): readonly EventSource[] {
  const given = entryOf(owner.properties, 'Events');
  if (given === undefined) return [];
  if (isPlainMap(given.value))
    return entriesOf(given.value).flatMap((entry) => declaredEvent(entry, owner, expansion) ?? []);
  diagnose(expansion, 'sam-invalid-property', `Events of ${owner.id} must be a map; correct it`, given.keyOrigin);
  return [];
}

function declaredEvent(entry: MappingEntry, owner: SamResource, expansion: Expansion): EventSource | undefined {
  const type = textAt(entry.value, 'Type');
  const properties = fieldOf(entry.value, 'Properties');
  const where = `event ${entry.key} of ${owner.id}`;
  const event: EventSource = {
    name: entry.key,
    id: `${owner.id}${entry.key}`,
    type: type ?? '',
    entry,
    properties,
    owner,
    expansion,
  };
  if (type === undefined) {
    reportType(event);
    return undefined;
  }
  if (!/^[A-Za-z0-9]+$/.test(entry.key)) {
    diagnose(
      expansion,
      'sam-invalid-property',
      `the name of ${where} may have letters and digits only`,
      entry.keyOrigin,
    );
    return undefined;
  }
  if (properties !== undefined && !isPlainMap(properties)) {
    diagnose(expansion, 'sam-invalid-property', `Properties of ${where} must be a map; correct it`, entry.keyOrigin);
    return undefined;
  }
  const shape = eventShapes[type];
  if (shape === undefined) return event;
  const sound = checkShape(properties, {
    shape,
    required: requiredByEvents[type] ?? [],
    what: where,
    at: entry,
    expansion,
  });
  return sound ? event : undefined;
}

/** An event of a kind that there is not. */
export function reportType({ name, type, owner, entry, expansion }: EventSource) {
  const shown = type === '' ? 'no Type' : `the unknown Type ${type}`;
  diagnose(expansion, 'sam-unknown-event', `event ${name} of ${owner.id} has ${shown}; correct it`, entry.keyOrigin);
}
