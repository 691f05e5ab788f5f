import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Encryption between nodes',
  description: 'Whoever listens in the network of a cluster reads nothing of what its nodes send each other.',
  kind: 'preventive',
  service: 'Amazon OpenSearch Service',
  howToAdd:
    'Switch on node-to-node, inter-broker or inter-container encryption; for some services only when the cluster is made.',
  effort: 2,
  inForce: 'The setting of the cluster is on.',
  cost: 'none',
  effects: [{ technique: 'T1040', does: 'protect', basis: 'attack M1041' }],
  references: ['https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ntn.html'],
});
