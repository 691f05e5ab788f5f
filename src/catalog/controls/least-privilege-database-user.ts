import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Database user of its own',
  description: 'Applications and copy tasks sign in with the rights that they need, not as the administrator.',
  kind: 'preventive',
  service: 'Amazon RDS',
  howToAdd: 'Create a user with the needed rights and use it.',
  effort: 2,
  inForce: 'Applications do not sign in as the master user.',
  cost: 'none',
  effects: [{ technique: 'T1078', does: 'protect', basis: 'attack M1026' }],
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.MasterAccounts.html'],
});
