import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Request rate limit',
  description: 'One caller cannot use up what all share.',
  kind: 'preventive',
  service: 'Amazon API Gateway',
  howToAdd: 'Set throttling limits on the stage or route, a usage plan, reserved concurrency, or a rate-based rule.',
  effort: 1,
  inForce: 'A rate-based rule that blocks, or throttling of the stage.',
  cost: 'usage',
  effects: [
    { technique: 'T1190', does: 'protect', score: 'significant', basis: 'ctid aws_web_application_firewall' },
    { technique: 'T1498', does: 'protect', basis: 'attack M1037' },
    { technique: 'T1499', does: 'protect', basis: 'attack M1037' },
    { technique: 'T1499.002', does: 'protect', basis: 'attack M1037' },
    { technique: 'T1499.003', does: 'protect', basis: 'attack M1037' },
  ],
  references: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html'],
});
