import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Audit logs',
  description: 'A record of what was read and changed in the data store.',
  kind: 'detective',
  service: 'Amazon CloudWatch',
  howToAdd: 'Export the audit or data-event logs of the store.',
  effort: 1,
  inForce: 'The store exports its audit log, and the destination exists.',
  cost: 'usage',
  effects: [
    { technique: 'T1213.006', does: 'detect', basis: 'own' },
    { technique: 'T1530', does: 'detect', basis: 'own' },
  ],
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.html'],
});
