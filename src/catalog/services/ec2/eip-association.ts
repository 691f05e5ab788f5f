import { given } from '../../../model/fact.ts';
import type { NetworkPart } from '../../../model/network.ts';
import { defineService } from '../../../model/service.ts';
import { networkFacts } from './network-facts.ts';
import { givenValues } from './optional.ts';

/** Attaches an elastic IP address to an instance or an interface. */
export default defineService({
  type: 'AWS::EC2::EIPAssociation',
  title: 'elastic IP association',
  element: 'part',
  partOf: (view) => givenValues(view, 'InstanceId', 'NetworkInterfaceId', 'AllocationId', 'EIP'),
  aloneAs: 'network',
  service: 'infrastructure',
  documentation: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/elastic-ip-addresses-eip.html',
  facts: networkFacts('An association'),
  structure: {
    network: (view) =>
      given(
        givenValues(view, 'InstanceId', 'NetworkInterfaceId').map(
          (attachedTo): NetworkPart => ({ kind: 'public-address', attachedTo }),
        ),
        [view.origin()],
      ),
  },
  ignored: { PrivateIpAddress: 'Which of the private addresses it is mapped to does not change who can reach it.' },
});
