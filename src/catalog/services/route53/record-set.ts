import { defineService } from '../../../model/service.ts';
import { noAnswers } from '../../no-answers.ts';

export default defineService({
  type: 'AWS::Route53::RecordSet',
  title: 'DNS record',
  element: 'part',
  partOf: (view) => {
    const zone = view.read('HostedZoneId');
    return zone === undefined ? [] : [zone];
  },
  service: 'control',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-route53-recordset.html',
  facts: noAnswers('a record is part of its hosted zone, which answers'),
  ignored: {
    CidrRoutingConfig: 'which of several answers a client gets by his address',
  },
});
