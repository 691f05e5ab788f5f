import { byDefault, given, mapFact, notApplicable } from '../../../model/fact.ts';
import { defineService } from '../../../model/service.ts';
import { flag } from '../../answer.ts';
import { networkFacts } from '../ec2/network-facts.ts';
import { optional } from '../ec2/optional.ts';

/** Public addresses at AWS's edge, from which connections are handed on to load balancers and instances in VPCs. */
export default defineService({
  type: 'AWS::GlobalAccelerator::Accelerator',
  title: 'accelerator',
  element: 'network',
  service: 'managed',
  documentation: 'https://docs.aws.amazon.com/global-accelerator/latest/dg/introduction-how-it-works.html',
  facts: {
    ...networkFacts('An accelerator'),
    placement: () => byDefault({ zone: 'edge', subnets: [], securityGroups: [], publicAddress: byDefault('yes') }),
    // Its listeners say on which ports it answers.
    endpoints: () => byDefault([]),
    logging: (view) =>
      mapFact(flag(view, 'FlowLogsEnabled', false), (on) => [
        { what: 'flow', on, ...(on && optional(view, 'to', 'FlowLogsS3Bucket')) },
      ]),
    recovery: notApplicable('An accelerator holds no data and stands at many places'),
  },
  structure: { forwards: () => given([]) },
  ignored: {
    FlowLogsS3Prefix: 'Where in the bucket flow logs are kept.',
    IpAddresses: 'Which addresses it has does not change who reaches it.',
    IpAddressType: 'Which family its addresses have does not change who reaches it.',
  },
});
