import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Connections accepted by hand',
  description: 'No endpoint of another account connects before somebody agrees.',
  kind: 'preventive',
  service: 'AWS PrivateLink',
  howToAdd: 'Set AcceptanceRequired to true.',
  effort: 1,
  inForce: 'The endpoint service asks for acceptance of each connection.',
  cost: 'none',
  effects: [],
  references: ['https://docs.aws.amazon.com/vpc/latest/privatelink/configure-endpoint-service.html'],
});
