import { given } from '../../../model/fact.ts';
import { defineService } from '../../../model/service.ts';
import { noAnswers } from '../../no-answers.ts';
import { protectionsOf } from './web-acl-force.ts';

export default defineService({
  type: 'AWS::WAFv2::WebACLAssociation',
  title: 'association of a web ACL',
  element: 'part',
  partOf: (view) => {
    const acl = view.read('WebACLArn');
    return acl === undefined ? [] : [acl];
  },
  service: 'control',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-wafv2-webaclassociation.html',
  facts: noAnswers('the association is part of its web ACL, which answers'),
  contributes: (view) => {
    const to = view.read('ResourceArn');
    const acl = view.read('WebACLArn');
    if (to === undefined || acl === undefined) return [];
    return [{ to, dimension: 'protections', fact: given(protectionsOf(view, acl)) }];
  },
  ignored: {},
});
