import type { EncryptionAtRest } from '../../../model/data-keeping.ts';
import { bindFact, byDefault, type Fact, given, mapFact, unknown } from '../../../model/fact.ts';
import type { ResourceView } from '../../../model/service.ts';
import { holesOf } from '../../../model/text.ts';
import { textOf, type Value } from '../../../model/value.ts';
import { flag, property, within, word } from '../../answer.ts';
import { keyKind } from '../../encryption-key.ts';
import { jsonValue } from '../../json-value.ts';

/** The content of a security configuration, which templates give as JSON or as its text. */
function contentOf(configuration: ResourceView): Fact<ResourceView> {
  return bindFact(property(configuration, 'SecurityConfiguration'), (value): Fact<ResourceView> => {
    const parsed = value === undefined || value.kind === 'map' ? value : parse(value);
    if (parsed === undefined) {
      const [hole] = value === undefined ? [] : holesOf(textOf(value) ?? []);
      return unknown(
        'the configuration cannot be read',
        hole?.settledBy ?? `SecurityConfiguration of ${configuration.resource.address}`,
      );
    }
    return given(within(configuration, parsed), [parsed.origin]);
  });
}

function parse(value: Value): Value | undefined {
  const source = textOf(value);
  return source === undefined ? undefined : jsonValue(source, value.origin);
}

/** https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-create-security-configuration.html */
const ENCRYPTION = 'EncryptionConfiguration';

/** Local disks: off unless switched on, then by a key of KMS or a provider of the customer's own. */
export function localDiskEncryption(configuration: ResourceView): Fact<EncryptionAtRest> {
  return bindFact(contentOf(configuration), (content): Fact<EncryptionAtRest> => {
    const disks = `${ENCRYPTION}.AtRestEncryptionConfiguration.LocalDiskEncryptionConfiguration`;
    return bindFact(flag(content, `${ENCRYPTION}.EnableAtRestEncryption`, false), (on): Fact<EncryptionAtRest> => {
      if (!on) return given<EncryptionAtRest>({ by: 'none' });
      return bindFact(word(content, `${disks}.EncryptionKeyProviderType`, ''), (provider): Fact<EncryptionAtRest> => {
        if (provider === '') return byDefault<EncryptionAtRest>({ by: 'none' });
        return mapFact(
          property(content, `${disks}.AwsKmsKey`),
          (key): EncryptionAtRest => (key === undefined ? { by: 'customer-key' } : keyKind(key)),
        );
      });
    });
  });
}

/** TLS among the nodes and their applications. */
export function transitEncryption(configuration: ResourceView): Fact<boolean> {
  return bindFact(contentOf(configuration), (content) =>
    flag(content, `${ENCRYPTION}.EnableInTransitEncryption`, false),
  );
}
