import { byDefault, given, mapFact } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { present } from '../../answer.ts';
import { guardedMembers } from '../../guarded-members.ts';
import { networkFacts } from './network-facts.ts';
import { givenValues } from './optional.ts';

/** A network interface of its own. What is attached to it is reached through it. */
export default defineService({
  type: 'AWS::EC2::NetworkInterface',
  title: 'network interface',
  element: 'network',
  service: 'infrastructure',
  documentation: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-eni.html',
  facts: {
    ...networkFacts('A network interface'),
    placement: (view) =>
      given(
        {
          zone: 'vpc',
          subnets: givenValues(view, 'SubnetId'),
          securityGroups: guardedMembers(view, 'GroupSet'),
          // "IP addressing": an interface that is made by itself gets no public IPv4 address; an elastic one is attached.
          publicAddress: byDefault('no'),
          ipv6Address: ipv6Address(view),
        },
        [view.origin()],
      ),
  },
  ignored: {
    PrivateIpAddress: 'Its address lies in the subnet, which is what rules are compared with.',
    PrivateIpAddresses: 'Its addresses lie in the subnet, which is what rules are compared with.',
    PublicIpDnsHostnameTypeSpecification: 'A name does not change who can reach it.',
    SecondaryPrivateIpAddressCount: 'Its addresses lie in the subnet.',
  },
});

function ipv6Address(view: ResourceView) {
  return mapFact(present(view, 'Ipv6AddressCount'), (counted) =>
    counted || view.read('Ipv6Addresses') !== undefined ? ('yes' as const) : ('by-subnet' as const),
  );
}
