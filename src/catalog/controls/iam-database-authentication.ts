import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'IAM authentication of a database',
  description: 'Programs sign in with tokens of IAM that end after minutes, in place of passwords.',
  kind: 'preventive',
  service: 'Amazon RDS',
  howToAdd: 'Switch IAM database authentication on, and give users of the database the role or plugin for it.',
  effort: 2,
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.html'],
});
