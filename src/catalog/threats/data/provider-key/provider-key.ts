import type { EncryptionAtRest } from '../../../../model/data-keeping.ts';
import { defineThreat } from '../../../../model/threat.ts';
import { fixOf, judge, subjectOf } from '../../../threat-match.ts';

export default defineThreat({
  title: 'Data under a key of AWS',
  statement: {
    source: 'insider or attacker',
    prerequisites: 'who holds a right to read the store',
    action: 'read without asking for a key that its owner controls, logs and can withdraw',
    impact: 'one grant less between a mistake in a policy and the data, and no key to switch off in an emergency',
  },
  stride: ['information-disclosure'],
  techniques: ['T1530'],
  weaknesses: ['CWE-311', 'CWE-320'],
  controls: ['customer-managed-key'],
  likelihood: 1,
  impact: 1,
  howUsed:
    "Whoever gets the right to read the store, by a wide policy or a stolen session, reads everything: AWS's own key decrypts for everybody whom the service lets in. With a key of one's own, a second policy must also agree, each use is recorded, and disabling the key stops all reading.",
  howTested:
    "As a role that may read the store and is not in the key's policy, read an object or record: it must end in AccessDenied for kms:Decrypt. CloudTrail must show Decrypt events for those who may.",
  falsePositives: "Data for which AWS's own keys are enough: most of what is neither personal nor regulated.",
  references: [
    'https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#key-mgmt',
    'https://docs.aws.amazon.com/prescriptive-guidance/latest/encryption-best-practices/kms.html',
  ],
  *find(element, { system }) {
    const resource = subjectOf(element, system);
    if (resource === undefined) return;
    yield* judge<EncryptionAtRest>({
      fact: system.fact(resource.id, 'encryptionAtRest'),
      resource,
      bad: ({ by }) => notes[by],
      closedBy: ({ by }) =>
        by === 'customer-key'
          ? { control: 'customer-managed-key', note: "the customer's own key encrypts it" }
          : undefined,
      whenUnknown: false,
      fix: fixOf(resource, {
        control: 'customer-managed-key',
        title: 'Encrypt with a key of your own',
        property: 'encryption settings',
        value: 'a KMS key whose policy names its users',
      }),
    });
  },
});

/** What is not encrypted at all has a threat of its own. */
const notes: Readonly<Record<EncryptionAtRest['by'], string | undefined>> = {
  none: undefined,
  'aws-owned-key': 'AWS encrypts it with a key of its own, which no policy of the customer guards',
  'aws-managed-key': 'AWS encrypts it with a key that it manages, whose policy the customer cannot change',
  'customer-key': undefined,
};
