import { defineService } from '../../../model/service.ts';
import { noAnswers } from '../../no-answers.ts';

export default defineService({
  type: 'AWS::ApiGateway::Resource',
  title: 'REST API resource',
  element: 'part',
  partOf: (view) => [view.read('RestApiId')].flatMap((api) => api ?? []),
  service: 'serverless',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-resource.html',
  facts: noAnswers('a resource is a path of its API, and its methods answer'),
  ignored: {},
});
