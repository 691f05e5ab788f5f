import { defineService } from '../../../model/service.ts';
import { noAnswers } from '../../no-answers.ts';

export default defineService({
  type: 'AWS::KMS::Alias',
  title: 'KMS alias',
  element: 'part',
  partOf: (view) => {
    const key = view.read('TargetKeyId');
    return key === undefined ? [] : [key];
  },
  service: 'control',
  documentation: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kms-alias.html',
  facts: noAnswers('an alias is another name of its key, which answers'),
  ignored: {},
});
