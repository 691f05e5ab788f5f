import type { Recovery } from '../../../model/data-keeping.ts';
import type { LogSource } from '../../../model/dimension.ts';
import type { EncryptionInTransit, Forward } from '../../../model/entry.ts';
import { byDefault, type Fact, given, notApplicable } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { possibleMembers } from '../../answer.ts';
import { apiEndpoint, inRegion } from '../../aws-api.ts';
import { encryptedBy } from '../../encryption-key.ts';
import { flowsOf } from '../../stated-flow.ts';
import { subscriptionFlow } from './subscription-flow.ts';

export default defineService({
  type: 'AWS::SNS::Topic',
  title: 'SNS topic',
  element: 'process',
  service: 'serverless',
  documentation: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sns-topic.html',
  facts: {
    placement: inRegion,
    runsAs: notApplicable('a topic acts as nobody; whom it tells must let SNS in'),
    endpoints: (view) => byDefault([{ ...apiEndpoint(view), encrypted: byDefault('optional') }], [view.origin()]),
    // Encryption is off unless a key is named; https://docs.aws.amazon.com/sns/latest/dg/sns-server-side-encryption.html
    encryptionAtRest: (view) => encryptedBy(view, 'KmsMasterKeyId', 'none'),
    // HTTP is answered too unless the topic policy denies it; https://docs.aws.amazon.com/general/latest/gr/sns.html
    encryptionInTransit: () => byDefault<EncryptionInTransit>({ state: 'optional', minimumTls: '1.2' }),
    logging,
    recovery: () => byDefault<Recovery>({ backups: 'unsupported', deletionProtection: 'unsupported', zones: 'many' }),
    secretsInClear: notApplicable('a topic has no property that takes a secret'),
    software: notApplicable('SNS runs no software that the customer chooses'),
    resourcePolicy: (view) => byDefault([], [view.origin()]),
  },
  structure: {
    forwards,
    holds: () => byDefault({ what: 'messages', confidentiality: 2, integrity: 2, availability: 2 }),
  },
  ignored: {
    ArchivePolicy: 'messages are kept for replay to the same subscribers',
    DataProtectionPolicy: 'it looks into messages for personal data; what messages hold is not modelled',
  },
});

/** Deliveries are logged for the protocols that name a role for it. */
function logging(view: ResourceView): Fact<readonly LogSource[]> {
  const on = possibleMembers(view, 'DeliveryStatusLogging').length > 0;
  const answer: readonly LogSource[] = [{ what: 'execution', on }];
  return on ? given(answer, [view.origin('DeliveryStatusLogging')]) : byDefault(answer, [view.origin()]);
}

function forwards(view: ResourceView): Fact<readonly Forward[]> {
  const because = `${view.resource.address} tells its subscribers`;
  const flows = possibleMembers(view, 'Subscription').flatMap((item) =>
    item.kind === 'map'
      ? subscriptionFlow(item.entries.get('Endpoint'), item.entries.get('Protocol'), { because })
      : [],
  );
  return flowsOf(view, flows);
}
