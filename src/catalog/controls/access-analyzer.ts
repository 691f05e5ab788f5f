import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'IAM Access Analyzer',
  description: 'Whatever somebody outside may use is told, and so are rights that nobody uses.',
  kind: 'detective',
  service: 'AWS IAM Access Analyzer',
  howToAdd: 'An analyzer of type ACCOUNT or ORGANIZATION in every region.',
  effort: 1,
  inForce: 'An analyzer of external access is in the account and region.',
  cost: 'none',
  effects: [
    { technique: 'T1078.004', does: 'protect', basis: 'attack M1018' },
    { technique: 'T1098', does: 'protect', basis: 'attack M1018' },
    { technique: 'T1098.003', does: 'protect', basis: 'attack M1018' },
    { technique: 'T1199', does: 'protect', basis: 'attack M1018' },
    { technique: 'T1530', does: 'detect', basis: 'attack M1047' },
    { technique: 'T1537', does: 'protect', basis: 'attack M1018' },
  ],
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/what-is-access-analyzer.html'],
});
