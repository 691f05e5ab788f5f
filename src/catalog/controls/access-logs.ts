import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Access logs',
  description: 'A record of every request at the entry: who asked for what, and from where.',
  kind: 'detective',
  service: 'Amazon CloudWatch',
  howToAdd: 'Switch the access log of the entry on, with a destination that accepts it.',
  effort: 1,
  inForce: 'The logging setting of the entry is on and names a destination that exists and admits it.',
  cost: 'usage',
  effects: [
    { technique: 'T1110', does: 'detect', basis: 'own' },
    { technique: 'T1190', does: 'detect', basis: 'own' },
    { technique: 'T1499', does: 'detect', basis: 'own' },
  ],
  references: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-access-logs.html'],
});
