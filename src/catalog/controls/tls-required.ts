import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Transport encryption required',
  description: 'Plain connections are refused or redirected, so nothing crosses a network in clear.',
  kind: 'preventive',
  service: 'AWS Certificate Manager',
  howToAdd:
    'Serve HTTPS or TLS only; redirect or drop plain listeners, demand TLS in parameter groups, endpoints and policies.',
  effort: 2,
  inForce: 'Plain connections are refused or redirected.',
  cost: 'none',
  effects: [
    { technique: 'T1020.001', does: 'protect', basis: 'attack M1041' },
    { technique: 'T1040', does: 'protect', score: 'significant', basis: 'ctid aws_rds' },
  ],
  references: ['https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/protecting-data-in-transit.html'],
});
