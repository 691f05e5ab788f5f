import type { EncryptionAtRest, Recovery } from '../../../model/data-keeping.ts';
import { byDefault, type Fact, given, notApplicable } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { apiTransport, inRegion, throughApi } from '../../aws-api.ts';
import { keyKind } from '../../encryption-key.ts';
import { ifGiven } from '../../if-given.ts';

export default defineService({
  type: 'AWS::Kinesis::Stream',
  title: 'Kinesis data stream',
  element: 'data-store',
  service: 'serverless',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kinesis-stream.html',
  facts: {
    placement: inRegion,
    runsAs: notApplicable('a stream acts as nobody'),
    endpoints: throughApi,
    encryptionAtRest,
    encryptionInTransit: apiTransport,
    logging: notApplicable('records are logged by a trail with data events, which answers'),
    recovery: () => byDefault<Recovery>({ backups: 'unsupported', deletionProtection: 'unsupported', zones: 'many' }),
    secretsInClear: notApplicable('a stream has no property that takes a secret'),
    software: notApplicable('Kinesis runs no software that the customer chooses'),
    resourcePolicy: (view) => byDefault([], [view.origin()]),
  },
  structure: { holds: () => byDefault({ what: 'records', confidentiality: 2, integrity: 2, availability: 2 }) },
  ignored: { RetentionPeriodHours: 'records are gone when it is over, on purpose; there is no copy to come back' },
});

/** Encryption is off unless it is set: https://docs.aws.amazon.com/streams/latest/dev/getting-started-with-sse.html */
function encryptionAtRest(view: ResourceView): Fact<EncryptionAtRest> {
  return ifGiven<EncryptionAtRest>(view, 'StreamEncryption.KeyId', {
    whenGiven: (key) => given(keyKind(key)),
    otherwise: () => byDefault<EncryptionAtRest>({ by: 'none' }, [view.origin()]),
  });
}
