import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'IAM authentication of a database',
  description: 'Programs sign in with tokens of IAM that end after minutes, in place of passwords.',
  kind: 'preventive',
  service: 'Amazon RDS',
  howToAdd: 'Switch IAM database authentication on, and give users of the database the role or plugin for it.',
  effort: 2,
  inForce: 'The switch of the database is on.',
  cost: 'none',
  effects: [
    { technique: 'T1078', does: 'detect', score: 'partial', basis: 'ctid aws_identity_and_access_management' },
    { technique: 'T1078', does: 'protect', score: 'partial', basis: 'ctid aws_identity_and_access_management' },
    { technique: 'T1110', does: 'protect', score: 'significant', basis: 'ctid aws_identity_and_access_management' },
    { technique: 'T1552', does: 'protect', basis: 'attack M1027' },
  ],
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.html'],
});
