import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Authentication at the entry',
  description: 'Callers prove who they are before any code of the system runs.',
  kind: 'preventive',
  service: 'Amazon API Gateway',
  howToAdd:
    'Add an authorizer (IAM, JWT, Amazon Cognito, Lambda) to the route or method, or AuthType AWS_IAM to the URL.',
  effort: 2,
  inForce: 'Every way in asks for a signature, a token or a certificate.',
  cost: 'none',
  effects: [
    { technique: 'T1078', does: 'detect', score: 'partial', basis: 'ctid aws_identity_and_access_management' },
    { technique: 'T1078', does: 'protect', score: 'partial', basis: 'ctid aws_identity_and_access_management' },
    { technique: 'T1078.004', does: 'detect', score: 'minimal', basis: 'ctid aws_identity_and_access_management' },
    { technique: 'T1078.004', does: 'protect', score: 'partial', basis: 'ctid aws_identity_and_access_management' },
    { technique: 'T1190', does: 'protect', basis: 'attack M1035' },
    { technique: 'T1528', does: 'protect', score: 'minimal', basis: 'ctid aws_identity_and_access_management' },
    { technique: 'T1648', does: 'protect', score: 'partial', basis: 'ctid aws_identity_and_access_management' },
  ],
  references: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html'],
});
