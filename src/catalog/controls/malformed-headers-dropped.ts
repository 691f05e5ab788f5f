import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Invalid headers dropped',
  description: 'Headers that break the grammar of HTTP do not reach the targets.',
  kind: 'preventive',
  service: 'Elastic Load Balancing',
  howToAdd: 'Set routing.http.drop_invalid_header_fields.enabled to true.',
  effort: 1,
  inForce: 'The attribute of the load balancer is on.',
  cost: 'none',
  effects: [],
  references: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html',
  ],
});
