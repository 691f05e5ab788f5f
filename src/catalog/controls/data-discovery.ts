import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Macie',
  description: 'Sensitive data is found in buckets, and buckets that become public or shared are told.',
  kind: 'detective',
  service: 'Amazon Macie',
  howToAdd: 'Enable a session in every region and a discovery job for buckets of value.',
  effort: 2,
  inForce: 'A session is enabled in the account and region.',
  cost: 'usage',
  effects: [
    { technique: 'T1530', does: 'detect', basis: 'attack M1047' },
    { technique: 'T1552.001', does: 'detect', basis: 'attack M1047' },
  ],
  references: ['https://docs.aws.amazon.com/macie/latest/user/what-is-macie.html'],
});
