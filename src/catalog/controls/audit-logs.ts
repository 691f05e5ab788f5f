import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Audit logs',
  description: 'A record of what was read and changed in the data store.',
  kind: 'detective',
  service: 'Amazon CloudWatch',
  howToAdd: 'Export the audit or data-event logs of the store.',
  effort: 1,
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.html'],
});
