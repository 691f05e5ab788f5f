import type { Forward } from '../../../model/entry.ts';
import { bindFact, byDefault, type Fact, given, mapFact, notApplicable } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { flag, members } from '../../answer.ts';
import { apiTransport, inRegion, throughApi } from '../../aws-api.ts';
import { allTrue, anyTrue } from '../../combine-facts.ts';
import { guardedMembers } from '../../guarded-members.ts';
import { flowsOf, statedFlow } from '../../stated-flow.ts';

export default defineService({
  type: 'AWS::CloudWatch::Alarm',
  title: 'CloudWatch alarm',
  element: 'control',
  service: 'control',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudwatch-alarm.html',
  facts: {
    placement: inRegion,
    runsAs: notApplicable('an alarm acts through CloudWatch itself'),
    endpoints: throughApi,
    encryptionAtRest: notApplicable('an alarm stores no data of the customer'),
    encryptionInTransit: apiTransport,
    logging: notApplicable('the history of an alarm is always kept'),
    recovery: notApplicable('an alarm holds nothing that could be lost'),
    secretsInClear: notApplicable('an alarm has no property that takes a secret'),
    software: notApplicable('CloudWatch runs no software that the customer chooses'),
    resourcePolicy: notApplicable('an alarm has no policy of its own'),
  },
  structure: { forwards, settings: (view) => byDefault({ actsOnAlarm: actsOnAlarm(view) }) },
  ignored: {},
});

const lists = ['AlarmActions', 'InsufficientDataActions', 'OKActions'] as const;

/** Actions that are switched off tell nobody, nor do none. */
function actsOnAlarm(view: ResourceView): Fact<boolean> {
  return allTrue([
    flag(view, 'ActionsEnabled', true),
    anyTrue(lists.map((list) => mapFact(members(view, list), (actions) => actions.length > 0))),
  ]);
}

/** Whom it tells; nobody while its actions are switched off. */
function forwards(view: ResourceView): Fact<readonly Forward[]> {
  return bindFact(flag(view, 'ActionsEnabled', true), (on): Fact<readonly Forward[]> => {
    if (!on) return given([]);
    const because = `alarm ${view.resource.address} reports its state`;
    const actions = lists.flatMap((list) => guardedMembers(view, list));
    return flowsOf(
      view,
      actions.flatMap((to) => statedFlow(to, { kind: 'event', because })),
    );
  });
}
