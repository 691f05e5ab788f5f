import type { LogSource } from '../../../model/dimension.ts';
import { byDefault, mapFact } from '../../../model/fact.ts';
import type { NetworkPart } from '../../../model/network.ts';
import { defineService } from '../../../model/service.ts';
import { flag } from '../../answer.ts';
import { networkFacts } from './network-facts.ts';
import { givenValues } from './optional.ts';

/** An isolated network. Address blocks that are associated later and flow logs come from other resources. */
export default defineService({
  type: 'AWS::EC2::VPC',
  title: 'VPC',
  element: 'network',
  service: 'infrastructure',
  documentation: 'https://docs.aws.amazon.com/vpc/latest/userguide/configure-your-vpc.html',
  facts: {
    ...networkFacts('A VPC'),
    // "Flow logs" user guide: nothing is captured until a flow log is created.
    logging: (view) => byDefault<readonly LogSource[]>([{ what: 'flow', on: false }], [view.origin()]),
  },
  structure: {
    network: (view) =>
      mapFact(flag(view, 'IsDefault', false), (isDefault): readonly NetworkPart[] => [
        { kind: 'vpc', cidrs: givenValues(view, 'CidrBlock'), ...(isDefault && { isDefault }) },
      ]),
  },
  ignored: {
    VpcEncryptionControl: 'A guard rail on the encryption between instances; whether they encrypt is asked of them.',
  },
});
