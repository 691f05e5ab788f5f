import { defineService } from '../../../model/service.ts';
import { noAnswers } from '../../no-answers.ts';

export default defineService({
  type: 'AWS::Lambda::Version',
  title: 'Lambda version',
  element: 'part',
  partOf: (view) => [view.read('FunctionName')].flatMap((name) => name ?? []),
  service: 'serverless',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-version.html',
  facts: noAnswers('a version is a snapshot of its function’s code and configuration, and the function answers'),
  ignored: { RuntimePolicy: 'it decides when patches of the runtime arrive' },
});
