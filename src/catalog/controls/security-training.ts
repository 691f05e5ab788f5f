import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Security training',
  description: 'People know how attackers get at their credentials, and tell when something is odd.',
  kind: 'procedural',
  service: 'process',
  howToAdd: 'Train everybody with access once a year; attest it in bartizan.yaml.',
  effort: 2,
  inForce: 'An attestation in bartizan.yaml with an owner and a date that has not passed.',
  cost: 'people',
  effects: [
    { technique: 'T1078', does: 'protect', basis: 'attack M1017' },
    { technique: 'T1189', does: 'protect', basis: 'attack M1017' },
    { technique: 'T1204', does: 'protect', basis: 'attack M1017' },
    { technique: 'T1213.006', does: 'protect', basis: 'attack M1017' },
    { technique: 'T1528', does: 'protect', basis: 'attack M1017' },
    { technique: 'T1539', does: 'protect', basis: 'attack M1017' },
    { technique: 'T1552.001', does: 'protect', basis: 'attack M1017' },
    { technique: 'T1566', does: 'protect', basis: 'attack M1017' },
    { technique: 'T1621', does: 'protect', basis: 'attack M1017' },
  ],
  references: [
    'https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_securely_operate_aws_account.html',
  ],
});
