import type { Placement } from '../../../model/dimension.ts';
import { byDefault, given } from '../../../model/fact.ts';
import type { NetworkPart } from '../../../model/network.ts';
import { defineService } from '../../../model/service.ts';
import { flag } from '../../answer.ts';
import { guardedMembers } from '../../guarded-members.ts';
import { networkFacts } from './network-facts.ts';

/** Lets callers whom IAM knows open connections to private addresses of a VPC. */
export default defineService({
  type: 'AWS::EC2::InstanceConnectEndpoint',
  title: 'EC2 Instance Connect Endpoint',
  element: 'network',
  service: 'managed',
  documentation: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/connect-with-ec2-instance-connect-endpoint.html',
  facts: {
    ...networkFacts('An Instance Connect Endpoint'),
    placement: (view) =>
      given<Placement>(
        {
          zone: 'vpc',
          subnets: guardedMembers(view, 'SubnetId'),
          securityGroups: guardedMembers(view, 'SecurityGroupIds'),
          publicAddress: byDefault('no'),
        },
        [view.origin()],
      ),
  },
  structure: {
    network: (view) =>
      // "PreserveClientIp … Default: false" (CloudFormation reference of the type).
      given<readonly NetworkPart[]>(
        [{ kind: 'connect-endpoint', keepsCaller: flag(view, 'PreserveClientIp', false) }],
        [view.origin()],
      ),
  },
  ignored: { ClientToken: 'It only makes the request to AWS repeatable.' },
});
