import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Temporary credentials',
  description: 'Credentials that expire by themselves, instead of keys that live for years.',
  kind: 'preventive',
  service: 'AWS IAM Identity Center',
  howToAdd: 'Replace access keys by roles: instance profiles, task roles, federation.',
  effort: 3,
  inForce: 'People and workloads use roles; no access key is there.',
  cost: 'none',
  effects: [
    { technique: 'T1078', does: 'protect', score: 'partial', basis: 'ctid aws_single_sign-on' },
    { technique: 'T1078.004', does: 'protect', score: 'partial', basis: 'ctid aws_single_sign-on' },
    { technique: 'T1098.001', does: 'protect', basis: 'attack M1018' },
    { technique: 'T1528', does: 'protect', basis: 'attack M1018' },
    { technique: 'T1552.001', does: 'protect', basis: 'attack M1027' },
  ],
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-workloads-use-roles'],
});
