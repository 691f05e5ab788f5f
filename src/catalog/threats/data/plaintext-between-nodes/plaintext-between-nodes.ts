import { defineThreat } from '../../../../model/threat.ts';
import { judgeSetting } from '../../../judge-setting.ts';

export default defineThreat({
  title: 'Nodes that talk in plain text',
  statement: {
    source: 'attacker or insider',
    prerequisites: 'who can listen in the network of the cluster',
    action: 'read and change what its nodes send each other',
    impact: 'disclosure and change of data in transit',
  },
  stride: ['information-disclosure', 'tampering'],
  techniques: ['T1040'],
  weaknesses: ['CWE-319'],
  controls: ['encryption-between-nodes'],
  likelihood: 1,
  impact: 2,
  howUsed:
    'An attacker who has come onto a host in the same network listens, or redirects traffic to the host, and reads replicas, queries and sign-ins as the nodes of a cluster pass them on.',
  howTested:
    "Read the setting of the cluster (NodeToNodeEncryptionOptions, TransitEncryptionEnabled or the like), which can often only be chosen at creation. On a node of your own making, tcpdump of the cluster's port must show TLS records and no readable text.",
  falsePositives: 'Clusters of one node.',
  references: [
    'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ntn.html',
    'https://docs.aws.amazon.com/msk/latest/developerguide/msk-encryption.html',
  ],
  find: (element, { system }) =>
    judgeSetting(element, system, {
      setting: 'encryptedBetweenNodes',
      wanted: true,
      bad: 'its nodes send each other data in plain text',
      good: 'its nodes encrypt what they send each other',
      goodByDefault: true,
      fix: {
        control: 'encryption-between-nodes',
        title: 'Encrypt between nodes',
        property: 'node-to-node encryption',
        value: 'on',
      },
    }),
});
