import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'TLS 1.2 or later',
  description: 'Old protocol versions with known weaknesses are not accepted.',
  kind: 'preventive',
  service: 'AWS Certificate Manager',
  howToAdd: 'Choose a security policy whose minimum is TLS 1.2 or 1.3.',
  effort: 1,
  inForce: 'The policy of the listener or distribution begins at TLS 1.2.',
  cost: 'none',
  effects: [{ technique: 'T1040', does: 'protect', basis: 'attack M1041' }],
  references: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html'],
});
