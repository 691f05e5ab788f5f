import { defineService } from '../../../model/service.ts';
import { noAnswers } from '../../no-answers.ts';

export default defineService({
  type: 'AWS::Lambda::Alias',
  title: 'Lambda alias',
  element: 'part',
  partOf: (view) => [view.read('FunctionName')].flatMap((name) => name ?? []),
  service: 'serverless',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-alias.html',
  facts: noAnswers('an alias is a name for versions of its function, and the function answers'),
  ignored: {},
});
