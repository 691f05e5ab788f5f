import type { Recovery } from '../../../model/data-keeping.ts';
import type { LogSource } from '../../../model/dimension.ts';
import type { Forward } from '../../../model/entry.ts';
import { byDefault, type Fact, mapFact, notApplicable } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { present, word } from '../../answer.ts';
import { apiTransport, inRegion, throughApi } from '../../aws-api.ts';
import { encryptedBy } from '../../encryption-key.ts';
import { flowsOf, statedFlow } from '../../stated-flow.ts';
import { statedPolicies } from '../../stated-policies.ts';

export default defineService({
  type: 'AWS::Events::EventBus',
  title: 'EventBridge event bus',
  element: 'process',
  service: 'serverless',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-events-eventbus.html',
  facts: {
    placement: inRegion,
    runsAs: notApplicable('a bus acts as nobody; its rules do'),
    endpoints: throughApi,
    // https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-encryption.html
    encryptionAtRest: (view) => encryptedBy(view, 'KmsKeyIdentifier', 'aws-owned-key'),
    encryptionInTransit: apiTransport,
    logging,
    recovery: () => byDefault<Recovery>({ backups: 'unsupported', deletionProtection: 'unsupported', zones: 'many' }),
    secretsInClear: notApplicable('a bus has no property that takes a secret'),
    software: notApplicable('EventBridge runs no software that the customer chooses'),
    resourcePolicy: (view) => statedPolicies(view, 'Policy', `policy of event bus ${view.resource.address}`),
  },
  structure: {
    forwards,
    holds: () => byDefault({ what: 'messages', confidentiality: 2, integrity: 2, availability: 2 }),
    settings: (view) => byDefault({ deadLetters: present(view, 'DeadLetterConfig.Arn') }),
  },
  ignored: {},
});

/** What happens to events is logged from the level that is set; where to, deliveries of logs say. */
function logging(view: ResourceView): Fact<readonly LogSource[]> {
  return mapFact(word(view, 'LogConfig.Level', 'OFF'), (level): readonly LogSource[] => [
    { what: 'execution', on: level !== 'OFF' },
  ]);
}

function forwards(view: ResourceView): Fact<readonly Forward[]> {
  return flowsOf(
    view,
    statedFlow(view.read('DeadLetterConfig.Arn'), {
      kind: 'event',
      because: `events that ${view.resource.address} could not encrypt or deliver go there`,
    }),
  );
}
