import type { SecretInClear } from '../../../model/data-keeping.ts';
import type { Forward } from '../../../model/entry.ts';
import { bindFact, byDefault, type Fact, given, mapFact, notApplicable } from '../../../model/fact.ts';
import { type Contribution, defineService, type ResourceView } from '../../../model/service.ts';
import { literalOf } from '../../../model/text.ts';
import { textOf, type Value } from '../../../model/value.ts';
import type { RunsAs } from '../../../model/workload.ts';
import { within, word } from '../../answer.ts';
import { inRegion } from '../../aws-api.ts';
import { listFact } from '../../combine-facts.ts';
import { guardedMembers, memberCases } from '../../guarded-members.ts';
import { joinSecrets, secretsInEntry, secretsInText } from '../../secret-in-clear.ts';
import { entriesOf, flowsOf, statedFlow } from '../../stated-flow.ts';

/** Part of the event bus that it listens to; one on the default bus of the account, or on a schedule, stands alone. */
export default defineService({
  type: 'AWS::Events::Rule',
  title: 'EventBridge rule',
  element: 'part',
  partOf: bus,
  aloneAs: 'process',
  service: 'serverless',
  documentation: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-events-rule.html',
  facts: {
    placement: inRegion,
    runsAs,
    endpoints: notApplicable('events come over the event bus, which says who may send them'),
    encryptionAtRest: notApplicable('a rule keeps no events; the event bus and the targets do'),
    encryptionInTransit: notApplicable('it is called by nobody but its event bus'),
    logging: notApplicable('what a rule does shows in metrics; changes of it in the trail'),
    recovery: notApplicable('a rule holds no data'),
    secretsInClear,
    software: notApplicable('EventBridge runs no software that the customer chooses'),
    resourcePolicy: notApplicable('policies stand on the event bus'),
  },
  structure: { forwards, settings: (view) => given({ deadLetters: allKept(view) }) },
  contributes: (view) =>
    bus(view).flatMap((to): readonly Contribution[] => [
      { to, dimension: 'runsAs', fact: runsAs(view) },
      { to, dimension: 'secretsInClear', fact: secretsInClear(view) },
    ]),
  ignored: {},
});

function bus(view: ResourceView): readonly Value[] {
  const name = view.read('EventBusName');
  return name === undefined ? [] : [name];
}

/** The role of the rule, and those of targets that need one of their own. */
function runsAs(view: ResourceView): Fact<readonly RunsAs[]> {
  const own = view.read('RoleArn');
  const roles = [own, ...targets(view).map((target) => target.read('RoleArn'))].flatMap((role): readonly RunsAs[] =>
    role === undefined ? [] : [{ role, purpose: 'service', service: 'events.amazonaws.com' }],
  );
  return roles.length === 0 ? byDefault<readonly RunsAs[]>([], [view.origin()]) : given(roles);
}

function targets(view: ResourceView): readonly ResourceView[] {
  return memberCases(view, 'Targets').flatMap(({ value }) => (value.kind === 'map' ? [within(view, value)] : []));
}

/** What a rule sends to its targets is written down: a constant, a template, or headers of a request. */
function secretsInClear(view: ResourceView): Fact<readonly SecretInClear[]> {
  return joinSecrets(
    targets(view).flatMap((target) => [
      ...['Input', 'InputTransformer.InputTemplate'].flatMap((path) => {
        const input = target.read(path);
        return input === undefined ? [] : [secretsInText(input, 'input of a target')];
      }),
      ...['HeaderParameters', 'QueryStringParameters'].flatMap((part) =>
        entriesOf(target, `HttpParameters.${part}`).map(({ name, value }) =>
          secretsInEntry(name, value, 'request to a target'),
        ),
      ),
    ]),
  );
}

/** A rule that is switched off sends nothing. */
function forwards(view: ResourceView): Fact<readonly Forward[]> {
  const state = word(view, 'State', 'ENABLED');
  const flows = flowsOf(
    view,
    targets(view).flatMap((target) => targetFlows(view, target)),
  );
  if (state.kind === 'known' && state.value !== 'DISABLED') return flows;
  return bindFact(state, (value) => (value === 'DISABLED' ? given<readonly Forward[]>([]) : flows));
}

function targetFlows(view: ResourceView, target: ResourceView): readonly Forward[] {
  const to = target.read('Arn');
  const because = `rule ${view.resource.address} sends matching events`;
  const task = target.read('EcsParameters.TaskDefinitionArn');
  return [
    ...statedFlow(task ?? to, { kind: to === undefined ? 'event' : kindOf(view, to), because }),
    ...statedFlow(target.read('DeadLetterConfig.Arn'), {
      kind: 'event',
      because: `events that ${view.resource.address} could not deliver go there`,
    }),
  ];
}

const invoked = [
  'AWS::Lambda::Function',
  'AWS::Lambda::Alias',
  'AWS::StepFunctions::StateMachine',
  'AWS::ECS::Cluster',
];

/** Functions, state machines and tasks are started; queues, topics, streams and buses are told. */
function kindOf(view: ResourceView, to: Value): Forward['kind'] {
  const started = view.follow(to, invoked).some(({ kind }) => kind === 'resource');
  return started || /:(lambda|states):/.test(literalOf(textOf(to) ?? []) ?? '') ? 'invoke' : 'event';
}

/** Has every target a queue for what cannot be delivered? */
function allKept(view: ResourceView): Fact<boolean> {
  const kept = guardedMembers(view, 'Targets').map((target) =>
    given(within(view, target).read('DeadLetterConfig.Arn') !== undefined, [target.origin]),
  );
  return mapFact(listFact(kept), (all) => all.length > 0 && all.every((one) => one));
}
