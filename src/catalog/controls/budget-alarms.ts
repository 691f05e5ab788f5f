import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Budgets',
  description: 'Somebody is told when cost leaves its range: the first sign of hijacked resources.',
  kind: 'detective',
  service: 'AWS Budgets',
  howToAdd: 'A budget with notifications, and cost anomaly detection.',
  effort: 1,
  inForce: 'Attested, or a budget with a notification is in the account.',
  cost: 'none',
  effects: [{ technique: 'T1578.002', does: 'detect', basis: 'attack M1047' }],
  references: ['https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-managing-costs.html'],
});
