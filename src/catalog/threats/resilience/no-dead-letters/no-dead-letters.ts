import type { Questions, System } from '../../../../model/questions.ts';
import type { Resource } from '../../../../model/resource.ts';
import type { Element } from '../../../../model/system.ts';
import { defineThreat, type ThreatMatch } from '../../../../model/threat.ts';
import { descend } from '../../../answer.ts';
import { flowsFrom, flowsTo } from '../../../flows-by-end.ts';
import { settingOf } from '../../../judge-setting.ts';
import { fixOf, judge } from '../../../threat-match.ts';

export default defineThreat({
  title: 'Messages that are lost when they fail',
  statement: {
    source: 'sender of a message that the reader cannot handle',
    prerequisites: 'by mistake or on purpose',
    action: 'make messages fail until they are thrown away',
    impact: 'lost work, of which nobody learns',
  },
  stride: ['denial-of-service', 'repudiation'],
  techniques: ['T1499'],
  weaknesses: ['CWE-221'],
  controls: ['dead-letter-queue'],
  likelihood: 2,
  impact: 2,
  howUsed:
    'A message that the reader cannot handle is tried again until it is thrown away, and with it the order that it stood for. Malformed messages sent on purpose hide real ones among the losses.',
  howTested:
    "Send a message that the reader refuses. After the retries it must lie in the dead letter queue, with an alarm on the queue's length; redrive it and see that it is handled.",
  falsePositives: 'Messages that are worthless when they are late.',
  references: [
    'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html',
  ],
  *find(element, ask) {
    if (isCalledOnly(element, ask)) return;
    const adjust = likelihoodOf(element, ask);
    for (const id of element.resources) {
      const resource = ask.system.resource(id);
      if (resource === undefined || keepsFailures(ask.system, resource)) continue;
      yield* judge<boolean>({
        fact: settingOf(ask.system, id, 'deadLetters'),
        resource,
        key: id === element.resource ? '' : resource.address,
        bad: (kept) => (kept ? undefined : 'messages that fail again and again are kept nowhere'),
        closedBy: () => ({ control: 'dead-letter-queue', note: 'messages that fail again and again are kept' }),
        whenUnknown: false,
        adjust,
        fix: fixOf(resource, {
          control: 'dead-letter-queue',
          title: 'Keep messages that fail',
          property: 'RedrivePolicy or dead letter configuration',
          value: 'a queue for failed messages, with a number of attempts',
        }),
      });
    }
  },
});

/** Who calls and waits for the answer sees by himself that it failed: nothing is lost that a queue would keep. */
function isCalledOnly({ kind, id }: Element, { system }: Questions): boolean {
  const calls = kind === 'process' ? flowsTo(system.model, id) : [];
  return calls.length > 0 && calls.every((flow) => flow.kind === 'invoke' || flow.kind === 'request');
}

/** Where nothing of the input takes or sends messages it is not known that any could fail. */
function likelihoodOf(element: Element, { system }: Questions): NonNullable<ThreatMatch['adjust']> {
  const carries = [...flowsFrom(system.model, element.id), ...flowsTo(system.model, element.id)];
  return carries.some(({ kind }) => kind === 'event' || kind === 'invoke' || kind === 'data')
    ? []
    : [
        { of: 'likelihood', by: -1, because: 'nothing in the input sends it messages or takes them' },
        { of: 'impact', by: -1, because: 'nothing in the input sends it messages or takes them' },
      ];
}

/** Properties that name where failed messages end; there nothing needs to be kept any further. */
const failurePaths = [
  'RedrivePolicy.deadLetterTargetArn',
  'DeadLetterConfig.TargetArn',
  'DeadLetterConfig.Arn',
  'DestinationConfig.OnFailure.Destination',
];

function keepsFailures(system: System, resource: Resource): boolean {
  return system.referrers(resource.id).some((id) => {
    const referrer = system.resource(id);
    return (
      referrer !== undefined &&
      failurePaths.some((path) => {
        const target = descend(referrer.properties, path.split('.'));
        return (
          target !== undefined &&
          target.kind !== 'absent' &&
          system.resolve(target, id).some((end) => end.kind === 'resource' && end.resource.id === resource.id)
        );
      })
    );
  });
}
