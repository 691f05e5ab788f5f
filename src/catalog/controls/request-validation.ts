import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Request validation',
  description: 'Requests that do not fit the model are refused at the entry.',
  kind: 'preventive',
  service: 'Amazon API Gateway',
  howToAdd: 'Add a request validator and models to the methods.',
  effort: 2,
  inForce: 'The method has a validator and a model.',
  cost: 'none',
  effects: [{ technique: 'T1190', does: 'protect', basis: 'attack M1048' }],
  references: [
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html',
  ],
});
