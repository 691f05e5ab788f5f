import { defineService } from '../../../model/service.ts';
import { networkFacts } from './network-facts.ts';

/** The device of a network elsewhere at which VPN connections end. */
export default defineService({
  type: 'AWS::EC2::CustomerGateway',
  title: 'customer gateway',
  element: 'part',
  ownedBy: ['AWS::EC2::VPNConnection'],
  aloneAs: 'external-entity',
  service: 'managed',
  documentation: 'https://docs.aws.amazon.com/vpn/latest/s2svpn/your-cgw.html',
  facts: networkFacts('A customer gateway'),
  ignored: {
    CertificateArn: 'How the device proves who it is does not change what the line joins.',
    IpAddress: 'Where the device stands does not change what the line joins.',
  },
});
