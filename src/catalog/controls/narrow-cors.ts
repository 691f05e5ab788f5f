import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Named origins',
  description: 'Browsers show answers to the pages of the websites that are named, and to no others.',
  kind: 'preventive',
  service: 'Amazon API Gateway',
  howToAdd: 'List the origins and methods that your own pages use.',
  effort: 1,
  inForce: 'Allowed origins are named.',
  cost: 'none',
  effects: [],
  references: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html'],
});
