import type { EncryptionAtRest } from '../../../model/data-keeping.ts';
import type { LogSource } from '../../../model/dimension.ts';
import { bindFact, type Fact, mapFact, notApplicable } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { flag, mayBe, members, present, within } from '../../answer.ts';
import { apiTransport, inRegion, throughApi } from '../../aws-api.ts';
import { encryptedBy } from '../../encryption-key.ts';
import { weakestEncryption } from '../../weakest-encryption.ts';

export default defineService({
  type: 'AWS::Lex::BotAlias',
  title: 'bot alias',
  element: 'process',
  service: 'serverless',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lex-botalias.html',
  facts: {
    placement: inRegion,
    runsAs: notApplicable('the bot names the role'),
    endpoints: throughApi,
    encryptionAtRest: storageOf,
    encryptionInTransit: apiTransport,
    logging: logsOf,
    recovery: notApplicable('it is made again from its template'),
    secretsInClear: notApplicable('no property takes a secret'),
    software: notApplicable('AWS runs Lex'),
    resourcePolicy: notApplicable('the policy of an alias is a resource of its own'),
  },
  ignored: {},
});

const AUDIO = 'ConversationLogSettings.AudioLogSettings';

/** What is said is kept as audio in a bucket, under the key that the setting names or that of S3. */
function storageOf(view: ResourceView): Fact<EncryptionAtRest> {
  return bindFact(members(view, AUDIO), (settings) =>
    weakestEncryption(
      settings
        .map((item) => within(view, item))
        .filter((item) => mayBe(flag(item, 'Enabled', false), (on) => on))
        .map((item) => encryptedBy(item, 'Destination.S3Bucket.KmsKeyArn', 'aws-owned-key')),
      () => notApplicable('it keeps nothing of what is said'),
    ),
  );
}

/** Conversations are kept only when asked for. */
function logsOf(view: ResourceView): Fact<readonly LogSource[]> {
  return mapFact(present(view, 'ConversationLogSettings'), (on): readonly LogSource[] => [{ what: 'execution', on }]);
}
