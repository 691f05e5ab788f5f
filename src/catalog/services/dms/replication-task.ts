import type { LogSource } from '../../../model/dimension.ts';
import type { Forward } from '../../../model/entry.ts';
import { bindFact, byDefault, type Fact, given, mapFact, notApplicable, unknown } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { holesOf, literalOf } from '../../../model/text.ts';
import { textOf, type Value } from '../../../model/value.ts';
import { flag, possibleMembers, property, within } from '../../answer.ts';
import { apiTransport, inRegion } from '../../aws-api.ts';
import { jsonObject } from '../../json-object.ts';
import { flowsOf, statedFlow } from '../../stated-flow.ts';
import { connectionOf } from './endpoint-connection.ts';

const ENDPOINT = 'AWS::DMS::Endpoint';

export default defineService({
  type: 'AWS::DMS::ReplicationTask',
  title: 'DMS replication task',
  element: 'process',
  service: 'managed',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dms-replicationtask.html',
  facts: {
    placement: inRegion,
    runsAs: notApplicable('it runs on a replication instance; endpoints name the roles for data'),
    endpoints: notApplicable('nobody sends requests to a task'),
    encryptionAtRest: notApplicable('it runs on a replication instance, whose disk holds what is in flight'),
    encryptionInTransit: apiTransport,
    logging: logsOf,
    recovery: notApplicable('a task holds nothing; source and target do'),
    secretsInClear: notApplicable('endpoints hold what it signs in with'),
    software: notApplicable('the replication instance has the version'),
    resourcePolicy: notApplicable('tasks have no resource policies'),
  },
  structure: {
    forwards,
    settings: (view) => given({ wholeRecordSet: wholeRecordSet(view) }),
  },
  contributes: (view) =>
    possibleMembers(view, 'ReplicationInstanceArn').map((to) => ({ to, dimension: 'logging', fact: logsOf(view) })),
  ignored: {
    ReplicationTaskIdentifier: 'the name',
  },
});

/** A JSON property: its object, nothing when it is not given, unknown when it cannot be read yet. */
function jsonAt(view: ResourceView, path: string): Fact<Value | undefined> {
  return bindFact(property(view, path), (value): Fact<Value | undefined> => {
    if (value === undefined) return byDefault<Value | undefined>(undefined);
    const [found] = jsonObject(value);
    if (found !== undefined) return given<Value | undefined>(found);
    const settledBy = holesOf(textOf(value) ?? [])[0]?.settledBy ?? `JSON in ${path} of ${view.resource.address}`;
    return unknown(`${path} cannot be read`, settledBy);
  });
}

/** Task logs go to CloudWatch Logs when the settings say so (`Logging.EnableLogging`, off by default). */
function logsOf(view: ResourceView): Fact<readonly LogSource[]> {
  return bindFact(jsonAt(view, 'ReplicationTaskSettings'), (settings): Fact<readonly LogSource[]> => {
    const on = settings === undefined ? byDefault(false) : flag(within(view, settings), 'Logging.EnableLogging', false);
    return mapFact(on, (enabled): readonly LogSource[] => [{ what: 'execution', on: enabled }]);
  });
}

/**
 * Are whole tables of a schema copied? Some selection includes every table of a schema, and no rule leaves columns out,
 * masks them, or selects rows (https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Tasks.CustomizingTasks.TableMapping.html).
 */
function wholeRecordSet(view: ResourceView): Fact<boolean> {
  return mapFact(jsonAt(view, 'TableMappings'), (mappings) => {
    if (mappings === undefined) return false;
    const rules = possibleMembers(within(view, mappings), 'rules').map((rule) => within(view, rule));
    const text = (rule: ResourceView, path: string) => {
      const value = rule.read(path);
      return literalOf((value === undefined ? undefined : textOf(value)) ?? []) ?? '';
    };
    const narrowed = rules.some((rule) => /remove-column|data-masking/.test(text(rule, 'rule-action')));
    return (
      !narrowed &&
      rules.some(
        (rule) =>
          text(rule, 'rule-type') === 'selection' &&
          text(rule, 'rule-action') === 'include' &&
          text(rule, 'object-locator.table-name') === '%' &&
          possibleMembers(rule, 'filters').length === 0,
      )
    );
  });
}

/** The task steers the instance; the instance reads the source and writes the target as their endpoints say. */
function forwards(view: ResourceView): Fact<readonly Forward[]> {
  const instance = view.read('ReplicationInstanceArn');
  const { address } = view.resource;
  const data = (['SourceEndpointArn', 'TargetEndpointArn'] as const).flatMap((path) =>
    possibleMembers(view, path).flatMap((reference) => connectionsTo(view, reference, path)),
  );
  const control = statedFlow(instance, { kind: 'invoke', because: `${address} runs on it` });
  return flowsOf(view, [...control, ...data, ...logFlow(view, instance)]);
}

/** Task logs are written by the instance, to a group that DMS makes. */
function logFlow(view: ResourceView, instance: Value | undefined): readonly Forward[] {
  const logs = logsOf(view);
  if (logs.kind !== 'known' || !logs.value.some(({ on }) => on)) return [];
  const origin = view.origin('ReplicationTaskSettings');
  return statedFlow(
    { kind: 'text', text: ['logs.amazonaws.com'], origin },
    { kind: 'log', ...(instance !== undefined && { from: instance }), because: `${view.resource.address} is logged` },
  );
}

function connectionsTo(view: ResourceView, reference: Value, path: string): readonly Forward[] {
  const instance = view.read('ReplicationInstanceArn');
  const does = path === 'SourceEndpointArn' ? 'reads' : 'writes';
  return view.follow(reference, [ENDPOINT]).flatMap((end): readonly Forward[] => {
    if (end.kind !== 'resource') return [];
    const { to, ...connection } = connectionOf(end.view);
    if (to === undefined) return [];
    return [
      {
        ...connection,
        ...(instance !== undefined && { from: instance }),
        to,
        kind: 'data',
        because: `${view.resource.address} ${does} it through ${end.view.resource.address}`,
        origin: end.view.origin(),
      },
    ];
  });
}
