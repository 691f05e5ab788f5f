import type { LogSource } from '../../../model/dimension.ts';
import { bindFact, casesOf, type Fact, given, mapFact } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import type { Value } from '../../../model/value.ts';
import { word } from '../../answer.ts';
import { follow } from '../../follow.ts';
import { guardedMembers } from '../../guarded-members.ts';
import { noAnswers } from '../../no-answers.ts';

export default defineService({
  type: 'AWS::Logs::Delivery',
  title: 'delivery of logs',
  element: 'part',
  partOf: (view) => sourceOf(view),
  contributes: (view) => sourceOf(view).map((to) => ({ to, dimension: 'logging', fact: logging(view) })),
  service: 'control',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-delivery.html',
  facts: {
    ...noAnswers('it tells that logs of a resource are delivered, and that resource answers'),
    logging,
  },
  ignored: {},
});

const SOURCE = 'AWS::Logs::DeliverySource';

/** The resource whose logs it delivers. */
function sourceOf(view: ResourceView): readonly Value[] {
  return casesOf(follow(view, 'DeliverySourceName', [SOURCE])).flatMap(({ fact }) =>
    fact.kind === 'known' && fact.value !== undefined ? guardedMembers(fact.value, 'ResourceArn') : [],
  );
}

/** Logs that services deliver this way: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-and-resource-policy.html */
const kinds: Readonly<Record<string, LogSource['what']>> = {
  ACCESS_LOGS: 'access',
  CONNECTION_LOGS: 'access',
  APPLICATION_LOGS: 'execution',
  EVENT_LOGS: 'execution',
  TRACES: 'execution',
};

function logging(view: ResourceView): Fact<readonly LogSource[]> {
  return bindFact(follow(view, 'DeliverySourceName', [SOURCE]), (source) =>
    source === undefined
      ? given<readonly LogSource[]>([])
      : mapFact(word(source, 'LogType', ''), (type): readonly LogSource[] => {
          const what = kinds[type];
          return what === undefined ? [] : [{ what, on: true }];
        }),
  );
}
