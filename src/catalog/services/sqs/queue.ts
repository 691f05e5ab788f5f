import type { EncryptionAtRest, Recovery } from '../../../model/data-keeping.ts';
import type { EncryptionInTransit, Forward } from '../../../model/entry.ts';
import { byDefault, type Fact, given, mapFact, notApplicable } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { flag, present } from '../../answer.ts';
import { apiEndpoint, inRegion } from '../../aws-api.ts';
import { keyKind } from '../../encryption-key.ts';
import { ifGiven } from '../../if-given.ts';
import { jsonObject } from '../../json-object.ts';
import { flowsOf, statedFlow } from '../../stated-flow.ts';

export default defineService({
  type: 'AWS::SQS::Queue',
  title: 'SQS queue',
  element: 'data-store',
  service: 'serverless',
  documentation: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sqs-queue.html',
  facts: {
    placement: inRegion,
    runsAs: notApplicable('a queue acts as nobody'),
    endpoints: (view) => byDefault([{ ...apiEndpoint(view), encrypted: byDefault('optional') }], [view.origin()]),
    encryptionAtRest,
    // HTTP is answered too unless the queue policy denies it; https://docs.aws.amazon.com/general/latest/gr/sqs-service.html
    encryptionInTransit: () => byDefault<EncryptionInTransit>({ state: 'optional', minimumTls: '1.2' }),
    logging: notApplicable('messages are logged by a trail with data events, which answers'),
    recovery: () => byDefault<Recovery>({ backups: 'unsupported', deletionProtection: 'unsupported', zones: 'many' }),
    secretsInClear: notApplicable('a queue has no property that takes a secret'),
    software: notApplicable('SQS runs no software that the customer chooses'),
    resourcePolicy: (view) => byDefault([], [view.origin()]),
  },
  structure: {
    forwards,
    holds: () => byDefault({ what: 'messages', confidentiality: 2, integrity: 2, availability: 2 }),
    settings: (view) => given({ deadLetters: present(view, 'RedrivePolicy') }),
  },
  ignored: {
    MessageRetentionPeriod: 'messages are gone when it is over, on purpose; there is no copy to come back',
    RedriveAllowPolicy: 'it decides which queues may name this one for failed messages, within the account',
  },
});

/**
 * SSE-SQS is on unless it is switched off: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-server-side-encryption.html
 */
function encryptionAtRest(view: ResourceView): Fact<EncryptionAtRest> {
  return ifGiven<EncryptionAtRest>(view, 'KmsMasterKeyId', {
    whenGiven: (key) => given(keyKind(key)),
    otherwise: () =>
      mapFact(
        flag(view, 'SqsManagedSseEnabled', true),
        (on): EncryptionAtRest => ({ by: on ? 'aws-owned-key' : 'none' }),
      ),
  });
}

function forwards(view: ResourceView): Fact<readonly Forward[]> {
  const targets = jsonObject(view.read('RedrivePolicy')).flatMap(
    (policy) => policy.entries.get('deadLetterTargetArn') ?? [],
  );
  const because = `messages of ${view.resource.address} that nobody could handle go there`;
  return flowsOf(
    view,
    targets.flatMap((to) => statedFlow(to, { kind: 'event', because })),
  );
}
