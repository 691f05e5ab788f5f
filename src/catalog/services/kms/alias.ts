import { given } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { textOf, type Value } from '../../../model/value.ts';
import { noAnswers } from '../../no-answers.ts';

export default defineService({
  type: 'AWS::KMS::Alias',
  title: 'KMS alias',
  element: 'part',
  partOf: keyOf,
  service: 'control',
  documentation: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kms-alias.html',
  facts: noAnswers('an alias is another name of its key, which answers'),
  contributes: (view) => {
    const name = textOf(view.read('AliasName') ?? { kind: 'absent', origin: view.origin() });
    return name === undefined ? [] : keyOf(view).map((to) => ({ to, dimension: 'keyAliases', fact: given([name]) }));
  },
  ignored: {},
});

function keyOf(view: ResourceView): readonly Value[] {
  const key = view.read('TargetKeyId');
  return key === undefined ? [] : [key];
}
