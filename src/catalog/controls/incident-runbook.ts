import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Incident runbooks',
  description: 'People know what to do when an alert comes, have the rights for it, and have done it before.',
  kind: 'procedural',
  service: 'process',
  howToAdd: 'Write a runbook for each of the top paths, exercise it at a table, and attest it in bartizan.yaml.',
  effort: 3,
  inForce:
    'An attestation in bartizan.yaml with an owner and a date that has not passed; an exercise with its date is the best reason.',
  cost: 'people',
  effects: [
    { technique: 'T1078.004', does: 'respond', basis: 'own' },
    { technique: 'T1098.001', does: 'respond', basis: 'own' },
    { technique: 'T1098.003', does: 'respond', basis: 'own' },
    { technique: 'T1485', does: 'respond', basis: 'own' },
    { technique: 'T1486', does: 'respond', basis: 'own' },
    { technique: 'T1530', does: 'respond', basis: 'own' },
    { technique: 'T1537', does: 'respond', basis: 'own' },
    { technique: 'T1562.008', does: 'respond', basis: 'own' },
  ],
  references: ['https://docs.aws.amazon.com/security-ir/latest/userguide/security-incident-response-guide.html'],
});
