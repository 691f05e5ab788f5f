import type { EncryptionAtRest } from '../../../model/data-keeping.ts';
import { bindFact, byDefault, type Fact, given, mapFact } from '../../../model/fact.ts';
import type { ResourceView } from '../../../model/service.ts';
import { members, property, within, word } from '../../answer.ts';
import { follow } from '../../follow.ts';
import { weakestEncryption } from '../../weakest-encryption.ts';

/** Where each kind of data has its mode, and the key for it. Nothing is encrypted by Glue unless the mode says so. */
const places = [
  { path: 'CloudWatchEncryption', mode: 'CloudWatchEncryptionMode' },
  { path: 'JobBookmarksEncryption', mode: 'JobBookmarksEncryptionMode' },
] as const;

/**
 * What a security configuration encrypts: results, logs and bookmarks; the one that is protected least counts.
 * https://docs.aws.amazon.com/glue/latest/dg/encryption-security-configuration.html
 */
export function configurationEncryption(configuration: ResourceView): Fact<EncryptionAtRest> {
  const root = 'EncryptionConfiguration';
  const results = bindFact(members(configuration, `${root}.S3Encryptions`), ([first]) =>
    first === undefined
      ? byDefault<EncryptionAtRest>({ by: 'none' })
      : byMode(within(configuration, first), { mode: 'S3EncryptionMode', key: 'KmsKeyArn' }),
  );
  const others = places.map(({ path, mode }) =>
    byMode(configuration, { mode: `${root}.${path}.${mode}`, key: `${root}.${path}.KmsKeyArn` }),
  );
  return weakestEncryption([results, ...others], () => results);
}

function byMode(
  view: ResourceView,
  { mode, key }: { readonly mode: string; readonly key: string },
): Fact<EncryptionAtRest> {
  return bindFact(word(view, mode, 'DISABLED'), (how): Fact<EncryptionAtRest> => {
    if (how === 'DISABLED') return given<EncryptionAtRest>({ by: 'none' });
    if (how === 'SSE-S3') return given<EncryptionAtRest>({ by: 'aws-owned-key' });
    return mapFact(
      property(view, key),
      (named): EncryptionAtRest => ({
        by: 'customer-key',
        ...(named !== undefined && { key: named }),
      }),
    );
  });
}

/** Of what runs in Glue: by the security configuration that it names; without one nothing is encrypted. */
export function encryptedByConfiguration(view: ResourceView, path: string): Fact<EncryptionAtRest> {
  return bindFact(follow(view, path, ['AWS::Glue::SecurityConfiguration']), (configuration) =>
    configuration === undefined
      ? byDefault<EncryptionAtRest>({ by: 'none' }, [view.origin()])
      : configurationEncryption(configuration),
  );
}
