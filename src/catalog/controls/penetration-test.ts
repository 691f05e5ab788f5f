import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Penetration test',
  description: 'Somebody who was not told how it works tries to get in.',
  kind: 'procedural',
  service: 'process',
  howToAdd:
    'Once a year by an outside company, along the attack paths; record the outcome under tests in bartizan.yaml.',
  effort: 4,
  inForce: 'A passed test, or an attestation, in bartizan.yaml with a date that has not passed.',
  cost: 'people',
  effects: [{ technique: 'T1190', does: 'protect', basis: 'attack M1016' }],
  references: ['https://aws.amazon.com/security/penetration-testing/'],
});
