import { defineMove } from '../../../model/attack.ts';
import { dataUses } from '../data-uses.ts';

export default defineMove({
  title: 'Change what a store holds',
  description: 'The identity may change or delete what the store holds, and use the key that it is encrypted with.',
  technique: 'T1485',
  actions: [],
  references: [
    'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
  ],
  cost: 1,
  instances: (ask) => dataUses(ask, 'write'),
});
