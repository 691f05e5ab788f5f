import { defineService } from '../../../model/service.ts';
import { noAnswers } from '../../no-answers.ts';
import { flowsOf } from '../../stated-flow.ts';
import { askedFunction, askedProvider, authorizerRole } from '../api-gateway/authorizer-flow.ts';

export default defineService({
  type: 'AWS::ApiGatewayV2::Authorizer',
  title: 'API authorizer',
  element: 'part',
  partOf: (view) => [view.read('ApiId')].flatMap((api) => api ?? []),
  service: 'control',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-authorizer.html',
  facts: {
    ...noAnswers('an authorizer is part of its API, whose routes say whether they use it'),
    runsAs: (view) => authorizerRole(view, 'AuthorizerCredentialsArn'),
  },
  structure: {
    forwards: (view) =>
      flowsOf(view, [...askedFunction(view), ...askedProvider(view, view.read('JwtConfiguration.Issuer'))]),
  },
  ignored: {
    AuthorizerType: 'AuthorizationType of the routes says how callers are let in',
    IdentitySource: 'it says which part of the request is checked',
    IdentityValidationExpression: 'it turns malformed tokens away before they are checked',
  },
});
