import { given } from '../../../model/fact.ts';
import type { NetworkPart } from '../../../model/network.ts';
import { defineService } from '../../../model/service.ts';
import { choose, word } from '../../answer.ts';
import { noAnswers } from '../../no-answers.ts';
import { givenValues, optional } from './optional.ts';

/** A VPC or subnet that the block of public access leaves alone; it opens nothing by itself. */
export default defineService({
  type: 'AWS::EC2::VPCBlockPublicAccessExclusion',
  title: 'exclusion from the block of public access',
  element: 'part',
  partOf: (view) => givenValues(view, 'VpcId', 'SubnetId'),
  aloneAs: 'control',
  service: 'control',
  documentation: 'https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa-basics.html',
  facts: noAnswers('it is a setting for a VPC or subnet'),
  structure: {
    network: (view) =>
      given<readonly NetworkPart[]>(
        [
          {
            kind: 'public-access-exclusion',
            ...optional(view, 'vpc', 'VpcId'),
            ...optional(view, 'subnet', 'SubnetId'),
            allows: choose(
              word(view, 'InternetGatewayExclusionMode', 'allow-bidirectional'),
              { 'allow-egress': 'outbound', 'allow-bidirectional': 'everything' } as const,
              'InternetGatewayExclusionMode',
            ),
          },
        ],
        [view.origin()],
      ),
  },
  ignored: {},
});
