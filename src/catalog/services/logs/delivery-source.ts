import { defineService } from '../../../model/service.ts';
import { guardedMembers } from '../../guarded-members.ts';
import { noAnswers } from '../../no-answers.ts';

export default defineService({
  type: 'AWS::Logs::DeliverySource',
  title: 'source of delivered logs',
  element: 'part',
  partOf: (view) => guardedMembers(view, 'ResourceArn'),
  service: 'control',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-deliverysource.html',
  facts: noAnswers('it tells whose logs can be delivered; a delivery tells that they are'),
  ignored: {},
});
