import { casesOf } from '../../../../model/fact.ts';
import type { Questions } from '../../../../model/questions.ts';
import type { Element } from '../../../../model/system.ts';
import { defineThreat } from '../../../../model/threat.ts';
import { flowsFrom } from '../../../flows-by-end.ts';
import { judgeSetting } from '../../../judge-setting.ts';
import { subjectOf } from '../../../threat-match.ts';

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
  falsePositives: 'Messages that are worthless when they are late.',
  references: [
    'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html',
  ],
  *find(element, ask) {
    if (!isReadByMachine(element, ask)) return;
    yield* judgeSetting(element, ask.system, {
      setting: 'deadLetters',
      wanted: true,
      bad: 'messages that fail again and again are kept nowhere',
      good: 'messages that fail again and again are kept',
      fix: {
        control: 'dead-letter-queue',
        title: 'Keep messages that fail',
        property: 'RedrivePolicy',
        value: 'a queue for failed messages, with a number of attempts',
      },
    });
  },
});

/** Messages wait here and something of the system takes them; where failed messages end, nothing does. */
function isReadByMachine(element: Element, { system }: Questions): boolean {
  const resource = subjectOf(element, system);
  if (resource === undefined) return false;
  const messages = casesOf(system.fact(resource.id, 'holds')).some(
    ({ fact }) => fact.kind === 'known' && fact.value.what === 'messages',
  );
  return messages && flowsFrom(system.model, element.id).some(({ kind }) => kind !== 'log');
}
