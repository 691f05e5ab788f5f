import type { LogSource, Placement } from '../../../model/dimension.ts';
import type { Endpoint } from '../../../model/entry.ts';
import { byDefault, given, mapFact } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { flag, quantity, word } from '../../answer.ts';
import { guardedMembers } from '../../guarded-members.ts';
import { networkFacts } from './network-facts.ts';
import { optional } from './optional.ts';

/**
 * A door for people's devices: they sign in over the internet, and reach the VPC from interfaces in the subnets that it is
 * associated with, wearing its security groups.
 */
export default defineService({
  type: 'AWS::EC2::ClientVpnEndpoint',
  title: 'Client VPN endpoint',
  element: 'network',
  service: 'managed',
  documentation: 'https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/how-it-works.html',
  facts: {
    ...networkFacts('A Client VPN endpoint'),
    placement: (view) =>
      given<Placement>(
        {
          zone: 'vpc',
          ...optional(view, 'vpc', 'VpcId'),
          subnets: [],
          securityGroups: guardedMembers(view, 'SecurityGroupIds'),
          publicAddress: byDefault('no'),
        },
        [view.origin()],
      ),
    endpoints: (view) => given(endpoints(view), [view.origin()]),
    logging: (view) =>
      mapFact(flag(view, 'ConnectionLogOptions.Enabled', false), (on): readonly LogSource[] => [
        { what: 'access', on, ...(on && optional(view, 'to', 'ConnectionLogOptions.CloudwatchLogGroup')) },
      ]),
  },
  ignored: {
    ClientCidrBlock: 'Addresses of the devices; the VPC sees those of the interfaces instead.',
    EndpointIpAddressType: 'Which family its addresses have does not change who can sign in.',
    TrafficIpAddressType: 'Which family is tunnelled does not change who can sign in.',
    ServerCertificateArn: 'How the endpoint proves who it is does not change who can sign in.',
  },
});

/** "TransportProtocol … Default value: udp", "VpnPort … Default Value: 443" (CloudFormation reference of the type). */
function endpoints(view: ResourceView): readonly Endpoint[] {
  const port = quantity(view, 'VpnPort', 443);
  const protocol = word(view, 'TransportProtocol', 'udp');
  return [
    {
      protocol: protocol.kind === 'known' && protocol.value === 'tcp' ? 'tcp' : 'udp',
      port: port.kind === 'known' ? port.value : 443,
      authentication: authentication(view),
      audience: byDefault('internet'),
      encrypted: byDefault('required'),
      origin: view.origin('AuthenticationOptions'),
    },
  ];
}

function authentication(view: ResourceView): Endpoint['authentication'] {
  return mapFact(word(view, 'AuthenticationOptions.0.Type', 'certificate-authentication'), (type) =>
    type === 'certificate-authentication' ? 'mutual-tls' : 'password',
  );
}
