import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'DNS query logs',
  description: 'The names that workloads look up are recorded: where they talk to.',
  kind: 'detective',
  service: 'Amazon Route 53',
  howToAdd: 'A resolver query logging configuration, associated with each VPC.',
  effort: 1,
  inForce: 'A query logging configuration is associated with the VPC.',
  cost: 'usage',
  effects: [
    { technique: 'T1048', does: 'detect', basis: 'own' },
    { technique: 'T1567', does: 'detect', basis: 'own' },
  ],
  references: ['https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-query-logs.html'],
});
