import { given } from '../../../model/fact.ts';
import type { NetworkPart } from '../../../model/network.ts';
import { defineService } from '../../../model/service.ts';
import { networkFacts } from './network-facts.ts';
import { givenValues } from './optional.ts';

/** A public address that stays the same, attached to an instance, an interface or a NAT gateway. */
export default defineService({
  type: 'AWS::EC2::EIP',
  title: 'elastic IP address',
  element: 'part',
  partOf: (view) => givenValues(view, 'InstanceId'),
  aloneAs: 'network',
  service: 'infrastructure',
  documentation: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/elastic-ip-addresses-eip.html',
  facts: networkFacts('An elastic IP address'),
  structure: {
    network: (view) =>
      given(
        givenValues(view, 'InstanceId').map((attachedTo): NetworkPart => ({ kind: 'public-address', attachedTo })),
        [view.origin()],
      ),
  },
  ignored: {
    PublicIpv4Pool: 'Where the address comes from does not change who can reach it.',
    TransferAddress: 'Handing the address to another account is done once, by an operator.',
  },
});
