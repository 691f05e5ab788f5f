import type { DataHolding, EncryptionAtRest } from '../../../../model/data-keeping.ts';
import { casesOf, type Fact } from '../../../../model/fact.ts';
import type { Questions } from '../../../../model/questions.ts';
import type { Resource } from '../../../../model/resource.ts';
import { defineThreat, type ThreatMatch } from '../../../../model/threat.ts';
import { strangerAccess } from '../../../stranger-access.ts';
import { fixOf, judge, subjectOf } from '../../../threat-match.ts';

export default defineThreat({
  title: 'Data stored without encryption',
  statement: {
    source: 'person with access to the storage, a snapshot or a discarded disk',
    prerequisites: 'who needs no key to read it',
    action: 'read the data at rest',
    impact: 'disclosure of the data',
  },
  stride: ['information-disclosure'],
  techniques: ['T1530', 'T1578.001'],
  weaknesses: ['CWE-311'],
  controls: ['encryption-at-rest', 'customer-managed-key'],
  likelihood: 2,
  impact: 4,
  howUsed:
    'Snapshots shared by mistake, copies in other accounts and disks of a backup can be read by whoever gets hold of them, with no key to ask for. An attacker who may make a snapshot and share it needs no right to the data itself.',
  howTested:
    'Read the Encrypted and KmsKeyId fields of the resource and of its snapshots. Share a snapshot with a test account that has no right to the key: restoring it there must fail.',
  falsePositives: 'Data that is public anyway.',
  references: ['https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/protecting-data-at-rest.html'],
  *find(element, ask) {
    const resource = subjectOf(element, ask.system);
    if (resource === undefined) return;
    yield* judge<EncryptionAtRest>({
      fact: ask.system.fact(resource.id, 'encryptionAtRest'),
      resource,
      bad: (encryption) => wrongWith(ask, resource, encryption),
      // A key that the customer named is a control that can be taken away again; AWS's own default is simply there.
      closedBy: ({ by }) =>
        by === 'customer-key'
          ? { control: 'customer-managed-key', note: "it is encrypted with the customer's own key" }
          : undefined,
      adjust: [...passing(ask.system.fact(resource.id, 'holds')), ...unlessAccount(ask, resource)],
      fix: fixOf(resource, {
        control: 'encryption-at-rest',
        title: 'Switch encryption at rest on',
        property: 'encryption settings',
        value: 'encrypted with a KMS key',
      }),
    });
  },
});

/** Encryption under a key that anybody may use protects as much as none. */
function wrongWith(ask: Questions, resource: Resource, { by, key }: EncryptionAtRest): string | undefined {
  if (by === 'none') return 'it is not encrypted at rest';
  if (by !== 'customer-key' || key === undefined) return undefined;
  const open = ask.system
    .resolve(key, resource.id)
    .flatMap((target) => (target.kind === 'resource' ? [target.resource] : []))
    .find((found) => strangerAccess(ask, found, ['kms:Decrypt'])?.decision.verdict === 'allow');
  return open === undefined ? undefined : `it is encrypted with ${open.address}, a key that anybody may use`;
}

/** Messages lie there until they are delivered: there is little to find at any time. */
function passing(holds: Fact<DataHolding>): NonNullable<ThreatMatch['adjust']> {
  return casesOf(holds).some(({ fact }) => fact.kind === 'known' && fact.value.what === 'messages')
    ? [{ of: 'likelihood', by: -1, because: 'messages lie there only until they are delivered' }]
    : [];
}

/** An account may encrypt all new disks by itself, which its templates do not tell. */
function unlessAccount({ system }: Questions, resource: Resource): NonNullable<ThreatMatch['adjust']> {
  const fact: Fact<EncryptionAtRest> = system.fact(resource.id, 'encryptionAtRest');
  const isDisk = system.service(resource.type)?.service === 'infrastructure';
  return isDisk && fact.kind === 'known' && fact.basis === 'default'
    ? [{ of: 'likelihood', by: -1, because: 'the account may encrypt all new disks by itself' }]
    : [];
}
