import { defineThreat } from '../../../../model/threat.ts';
import { fixOf, judge } from '../../../threat-match.ts';

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
  falsePositives: 'Data that is public anyway.',
  references: ['https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/protecting-data-at-rest.html'],
  *find(element, { system }) {
    const resource = element.resource === undefined ? undefined : system.resource(element.resource);
    if (resource === undefined) return;
    yield* judge({
      fact: system.fact(resource.id, 'encryptionAtRest'),
      resource,
      bad: ({ by }) => (by === 'none' ? 'it is not encrypted at rest' : undefined),
      // A key that the customer named is a control that can be taken away again; AWS's own default is simply there.
      closedBy: ({ by }) =>
        by === 'customer-key'
          ? { control: 'customer-managed-key', note: "it is encrypted with the customer's own key" }
          : undefined,
      fix: fixOf(resource, {
        control: 'encryption-at-rest',
        title: 'Switch encryption at rest on',
        property: 'encryption settings',
        value: 'encrypted with a KMS key',
      }),
    });
  },
});
