import type { LogSource } from '../../../model/dimension.ts';
import type { Forward } from '../../../model/entry.ts';
import { byDefault, type Fact, given } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { onlyWhile } from '../../combine-facts.ts';
import { guardedMembers } from '../../guarded-members.ts';
import { noAnswers } from '../../no-answers.ts';
import { flowsOf, statedFlow } from '../../stated-flow.ts';

export default defineService({
  type: 'AWS::WAFv2::LoggingConfiguration',
  title: 'logging of a web ACL',
  element: 'part',
  partOf: (view) => {
    const acl = view.read('ResourceArn');
    return acl === undefined ? [] : [acl];
  },
  service: 'control',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-wafv2-loggingconfiguration.html',
  facts: { ...noAnswers('the logging is part of its web ACL, which answers'), logging },
  structure: { forwards },
  contributes: (view) => {
    const to = view.read('ResourceArn');
    if (to === undefined) return [];
    const off = byDefault<readonly LogSource[]>([]);
    return [{ to, dimension: 'logging', fact: onlyWhile(view.resource.guard, logging(view), off) }];
  },
  ignored: {
    LoggingFilter: 'which requests are written; those that are stopped are what counts',
  },
});

function logging(view: ResourceView): Fact<readonly LogSource[]> {
  return given(
    guardedMembers(view, 'LogDestinationConfigs').map((to): LogSource => ({ what: 'access', on: true, to })),
    [view.origin('LogDestinationConfigs')],
  );
}

function forwards(view: ResourceView): Fact<readonly Forward[]> {
  const from = view.read('ResourceArn');
  const because = `${view.resource.address} sends the log of the web ACL there`;
  const destinations = from === undefined ? [] : guardedMembers(view, 'LogDestinationConfigs');
  return flowsOf(
    view,
    destinations.flatMap((to) => statedFlow(to, { ...(from && { from }), kind: 'log', because })),
  );
}
