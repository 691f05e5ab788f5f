import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Review of suppliers',
  description: 'Who else may use the account is known, needed and looked after.',
  kind: 'procedural',
  service: 'process',
  howToAdd: 'List every outside account and provider that is trusted, with an owner; look at it twice a year.',
  effort: 2,
  inForce: 'An attestation in bartizan.yaml with an owner and a date that has not passed.',
  cost: 'people',
  effects: [
    { technique: 'T1195', does: 'protect', basis: 'attack M1018' },
    { technique: 'T1199', does: 'protect', basis: 'attack M1018' },
    { technique: 'T1484.002', does: 'protect', basis: 'attack M1018' },
  ],
  references: [
    'https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_permissions_share_securely_third_party.html',
  ],
});
