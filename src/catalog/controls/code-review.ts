import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Review of changes',
  description: 'Nobody changes code, templates or pipelines alone.',
  kind: 'procedural',
  service: 'process',
  howToAdd: 'Require approval by somebody else on every branch that deploys; attest it in bartizan.yaml.',
  effort: 2,
  inForce: 'An attestation in bartizan.yaml with an owner and a date that has not passed.',
  cost: 'people',
  effects: [
    { technique: 'T1072', does: 'protect', basis: 'attack M1033' },
    { technique: 'T1195', does: 'protect', basis: 'attack M1033' },
    { technique: 'T1525', does: 'protect', basis: 'attack M1045' },
    { technique: 'T1552.001', does: 'protect', basis: 'attack M1047' },
    { technique: 'T1578.005', does: 'protect', basis: 'attack M1018' },
    { technique: 'T1677', does: 'protect', basis: 'attack M1018' },
  ],
  references: [
    'https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_appsec_manual_code_reviews.html',
  ],
});
