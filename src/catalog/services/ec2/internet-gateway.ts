import { given } from '../../../model/fact.ts';
import type { NetworkPart } from '../../../model/network.ts';
import { defineService } from '../../../model/service.ts';
import { networkFacts } from './network-facts.ts';

/** The way between a VPC and the internet, once it is attached and routes lead to it. */
export default defineService({
  type: 'AWS::EC2::InternetGateway',
  title: 'internet gateway',
  element: 'network',
  service: 'infrastructure',
  documentation: 'https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html',
  facts: networkFacts('An internet gateway'),
  structure: { network: (view) => given<readonly NetworkPart[]>([{ kind: 'internet-gateway' }], [view.origin()]) },
  ignored: {},
});
