import { given } from '../../../model/fact.ts';
import type { NetworkPart } from '../../../model/network.ts';
import { defineService } from '../../../model/service.ts';
import { choose, word } from '../../answer.ts';
import { noAnswers } from '../../no-answers.ts';

/** One setting for all internet gateways of an account and region. Terraform can say `off`, a template cannot. */
export default defineService({
  type: 'AWS::EC2::VPCBlockPublicAccessOptions',
  title: 'block of public access to networks',
  element: 'control',
  service: 'control',
  documentation: 'https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa.html',
  facts: noAnswers('it is a setting of the account and region'),
  structure: {
    network: (view) =>
      given<readonly NetworkPart[]>(
        [
          {
            kind: 'public-access-block',
            blocks: choose(
              word(view, 'InternetGatewayBlockMode', 'off'),
              { off: 'nothing', 'block-ingress': 'inbound', 'block-bidirectional': 'everything' } as const,
              'InternetGatewayBlockMode',
            ),
          },
        ],
        [view.origin()],
      ),
  },
  ignored: {},
});
