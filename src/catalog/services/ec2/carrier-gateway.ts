import { given } from '../../../model/fact.ts';
import type { NetworkPart } from '../../../model/network.ts';
import { defineService } from '../../../model/service.ts';
import { networkFacts } from './network-facts.ts';
import { givenValues, optional } from './optional.ts';

/** Joins subnets in Wavelength zones with the network of a telephone company, and lets them out to the internet. */
export default defineService({
  type: 'AWS::EC2::CarrierGateway',
  title: 'carrier gateway',
  element: 'part',
  partOf: (view) => givenValues(view, 'VpcId'),
  aloneAs: 'network',
  service: 'managed',
  documentation: 'https://docs.aws.amazon.com/wavelength/latest/developerguide/wavelength-carrier-gateway.html',
  facts: networkFacts('A carrier gateway'),
  structure: {
    network: (view) =>
      given<readonly NetworkPart[]>([{ kind: 'carrier-gateway', ...optional(view, 'vpc', 'VpcId') }], [view.origin()]),
  },
  ignored: {},
});
