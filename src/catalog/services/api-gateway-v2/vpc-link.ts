import type { Placement } from '../../../model/dimension.ts';
import { given } from '../../../model/fact.ts';
import { defineService } from '../../../model/service.ts';
import { guardedMembers } from '../../guarded-members.ts';
import { networkFacts } from '../ec2/network-facts.ts';

/** The interfaces by which HTTP and REST APIs call what stands in a VPC: nobody can call them. */
export default defineService({
  type: 'AWS::ApiGatewayV2::VpcLink',
  title: 'VPC link',
  element: 'network',
  service: 'managed',
  documentation: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-vpc-links.html',
  facts: {
    ...networkFacts('A VPC link'),
    placement: (view) =>
      given<Placement>({
        zone: 'vpc',
        subnets: guardedMembers(view, 'SubnetIds'),
        securityGroups: guardedMembers(view, 'SecurityGroupIds'),
        publicAddress: given('no'),
      }),
  },
  ignored: {},
});
