import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Authentication at the entry',
  description: 'Callers prove who they are before any code of the system runs.',
  kind: 'preventive',
  service: 'Amazon API Gateway',
  howToAdd:
    'Add an authorizer (IAM, JWT, Amazon Cognito, Lambda) to the route or method, or AuthType AWS_IAM to the URL.',
  effort: 2,
  references: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html'],
});
