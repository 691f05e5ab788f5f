import { defineService } from '../../../model/service.ts';
import { guardedMembers } from '../../guarded-members.ts';
import { noAnswers } from '../../no-answers.ts';
import { flowsOf } from '../../stated-flow.ts';
import { askedFunction, askedProvider, authorizerRole } from './authorizer-flow.ts';

export default defineService({
  type: 'AWS::ApiGateway::Authorizer',
  title: 'REST API authorizer',
  element: 'part',
  partOf: (view) => [view.read('RestApiId')].flatMap((api) => api ?? []),
  service: 'control',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-authorizer.html',
  facts: {
    ...noAnswers('an authorizer is part of its API, whose methods say whether they use it'),
    runsAs: (view) => authorizerRole(view, 'AuthorizerCredentials'),
  },
  structure: {
    forwards: (view) =>
      flowsOf(view, [
        ...askedFunction(view),
        ...guardedMembers(view, 'ProviderARNs').flatMap((pool) => askedProvider(view, pool)),
      ]),
  },
  ignored: {
    AuthType: 'a note for exported definitions',
    IdentitySource: 'it says which part of the request is checked',
    IdentityValidationExpression: 'it turns malformed tokens away before they are checked',
    Type: 'AuthorizationType of the methods says how callers are let in',
  },
});
