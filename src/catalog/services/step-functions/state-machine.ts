import type { EncryptionAtRest, Recovery } from '../../../model/data-keeping.ts';
import type { LogSource } from '../../../model/dimension.ts';
import type { Forward } from '../../../model/entry.ts';
import { byDefault, type Fact, given, mapFact, notApplicable, unknown } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import type { RunsAs } from '../../../model/workload.ts';
import { property, within, word } from '../../answer.ts';
import { apiTransport, inRegion, throughApi } from '../../aws-api.ts';
import { keyKind } from '../../encryption-key.ts';
import { guardedMembers } from '../../guarded-members.ts';
import { ifGiven } from '../../if-given.ts';
import { jsonObject } from '../../json-object.ts';
import { joinSecrets, secretsInEntry } from '../../secret-in-clear.ts';
import { flowsOf, leavesOf, statedFlow } from '../../stated-flow.ts';
import { usedStores } from '../../used-stores.ts';

export default defineService({
  type: 'AWS::StepFunctions::StateMachine',
  title: 'Step Functions state machine',
  element: 'process',
  service: 'serverless',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-stepfunctions-statemachine.html',
  facts: {
    placement: inRegion,
    runsAs,
    endpoints: throughApi,
    encryptionAtRest,
    encryptionInTransit: apiTransport,
    logging,
    recovery: () => byDefault<Recovery>({ backups: 'unsupported', deletionProtection: 'unsupported', zones: 'many' }),
    secretsInClear: (view) =>
      joinSecrets(definitionLeaves(view).map(({ name, value }) => secretsInEntry(name, value, 'definition'))),
    software: notApplicable('Step Functions runs no software that the customer chooses'),
    resourcePolicy: notApplicable('state machines have no policies of their own'),
  },
  structure: { forwards },
  ignored: {},
});

function runsAs(view: ResourceView): Fact<readonly RunsAs[]> {
  return mapFact(property(view, 'RoleArn'), (role): readonly RunsAs[] =>
    role === undefined ? [] : [{ role, purpose: 'service', service: 'states.amazonaws.com' }],
  );
}

/** https://docs.aws.amazon.com/step-functions/latest/dg/encryption-at-rest.html */
function encryptionAtRest(view: ResourceView): Fact<EncryptionAtRest> {
  return ifGiven<EncryptionAtRest>(view, 'EncryptionConfiguration.KmsKeyId', {
    whenGiven: (key) => given(keyKind(key)),
    otherwise: () =>
      mapFact(
        word(view, 'EncryptionConfiguration.Type', 'AWS_OWNED_KEY'),
        (): EncryptionAtRest => ({ by: 'aws-owned-key' }),
      ),
  });
}

/** Executions are logged from the level that is set; none is set by default: https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html */
function logging(view: ResourceView): Fact<readonly LogSource[]> {
  const [to] = guardedMembers(view, 'LoggingConfiguration.Destinations').map((destination) =>
    within(view, destination).read('CloudWatchLogsLogGroup.LogGroupArn'),
  );
  return mapFact(word(view, 'LoggingConfiguration.Level', 'OFF'), (level): readonly LogSource[] => [
    { what: 'execution', on: level !== 'OFF' && to !== undefined, ...(to !== undefined && { to }) },
  ]);
}

/** Everything that the definition names, wherever it stands: an object, its JSON text, and what is put in for its names. */
function definitionLeaves(view: ResourceView) {
  const texts = jsonObject(view.read('DefinitionString'));
  return [
    ...leavesOf(view.read('Definition'), 'Definition'),
    ...texts.flatMap((text) => leavesOf(text, 'DefinitionString')),
    ...leavesOf(view.read('DefinitionSubstitutions'), 'DefinitionSubstitutions'),
  ];
}

/** A definition in a bucket is not in the input: what it does there cannot be told, beyond what is put in for its names. */
function forwards(view: ResourceView): Fact<readonly Forward[]> {
  const flows = [...calls(view), ...logs(view)];
  const elsewhere = view.read('DefinitionS3Location');
  if (elsewhere === undefined || flows.length > 0) return flowsOf(view, flows);
  return unknown('the definition is not in the template', `the definition of ${view.resource.address}`, [
    elsewhere.origin,
  ]);
}

function calls(view: ResourceView): readonly Forward[] {
  const whole = view.read('DefinitionString');
  return usedStores(view, [
    ...definitionLeaves(view),
    ...(whole === undefined ? [] : [{ name: 'DefinitionString', value: whole }]),
  ]).map((flow) => ({ ...flow, because: `a state of ${view.resource.address} calls it` }));
}

function logs(view: ResourceView): readonly Forward[] {
  return guardedMembers(view, 'LoggingConfiguration.Destinations').flatMap((destination) =>
    statedFlow(within(view, destination).read('CloudWatchLogsLogGroup.LogGroupArn'), {
      kind: 'log',
      because: `${view.resource.address} writes its log there`,
    }),
  );
}
