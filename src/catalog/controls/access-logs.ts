import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Access logs',
  description: 'A record of every request at the entry: who asked for what, and from where.',
  kind: 'detective',
  service: 'Amazon CloudWatch',
  howToAdd: 'Switch the access log of the entry on, with a destination that accepts it.',
  effort: 1,
  references: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-access-logs.html'],
});
