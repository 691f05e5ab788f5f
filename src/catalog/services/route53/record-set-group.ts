import { defineService } from '../../../model/service.ts';
import { noAnswers } from '../../no-answers.ts';

export default defineService({
  type: 'AWS::Route53::RecordSetGroup',
  title: 'group of DNS records',
  element: 'part',
  partOf: (view) => {
    const zone = view.read('HostedZoneId');
    return zone === undefined ? [] : [zone];
  },
  service: 'control',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-route53-recordsetgroup.html',
  facts: noAnswers('records are part of their hosted zone, which answers'),
  ignored: {},
});
