import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Request rate limit',
  description: 'One caller cannot use up what all share.',
  kind: 'preventive',
  service: 'Amazon API Gateway',
  howToAdd: 'Set throttling limits on the stage or route, a usage plan, reserved concurrency, or a rate-based rule.',
  effort: 1,
  references: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html'],
});
