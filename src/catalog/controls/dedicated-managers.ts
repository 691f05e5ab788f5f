import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Dedicated cluster managers',
  description: 'Heavy queries do not take down the nodes that lead the cluster.',
  kind: 'preventive',
  service: 'Amazon OpenSearch Service',
  howToAdd: 'Switch dedicated master nodes on, three of them.',
  effort: 2,
  inForce: 'The domain has three dedicated master nodes.',
  cost: 'fixed',
  effects: [],
  references: [
    'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/managedomains-dedicatedmasternodes.html',
  ],
});
