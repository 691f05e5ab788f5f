import { given } from '../../../model/fact.ts';
import type { NetworkPart } from '../../../model/network.ts';
import { defineService } from '../../../model/service.ts';
import { guardedMembers } from '../../guarded-members.ts';
import { networkFacts } from './network-facts.ts';
import { givenValues, optional } from './optional.ts';

/** Whose endpoints may connect to an endpoint service: `*` stands for every account of AWS. */
export default defineService({
  type: 'AWS::EC2::VPCEndpointServicePermissions',
  title: 'VPC endpoint service permissions',
  element: 'part',
  partOf: (view) => givenValues(view, 'ServiceId'),
  aloneAs: 'network',
  service: 'managed',
  documentation: 'https://docs.aws.amazon.com/vpc/latest/privatelink/configure-endpoint-service.html',
  facts: networkFacts('A permission'),
  structure: {
    network: (view) =>
      given<readonly NetworkPart[]>(
        [
          {
            kind: 'endpoint-service-permission',
            ...optional(view, 'service', 'ServiceId'),
            principals: guardedMembers(view, 'AllowedPrincipals'),
          },
        ],
        [view.origin()],
      ),
  },
  ignored: {},
});
