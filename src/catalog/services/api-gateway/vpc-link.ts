import { defineService } from '../../../model/service.ts';
import { guardedMembers } from '../../guarded-members.ts';
import { noAnswers } from '../../no-answers.ts';

/** Leads from a REST API to the Network Load Balancer that it names, wherever that stands: what is sent to it arrives there. */
export default defineService({
  type: 'AWS::ApiGateway::VpcLink',
  title: 'VPC link of REST APIs',
  element: 'part',
  partOf: (view) => guardedMembers(view, 'TargetArns'),
  aloneAs: 'network',
  service: 'managed',
  documentation:
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-nlb-for-vpclink-using-console.html',
  facts: noAnswers('the link is part of its load balancer, which answers'),
  structure: {},
  ignored: {},
});
