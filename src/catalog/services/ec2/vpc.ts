import type { LogSource } from '../../../model/dimension.ts';
import { byDefault, type Fact, given, mapFact } from '../../../model/fact.ts';
import type { NetworkPart } from '../../../model/network.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
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
    network: parts,
  },
  ignored: {
    VpcEncryptionControl: 'A guard rail on the encryption between instances; whether they encrypt is asked of them.',
  },
});

/** Templates cannot make the default VPC: that it is one is said by what adopts it. */
function parts(view: ResourceView): Fact<readonly NetworkPart[]> {
  const part = { kind: 'vpc', cidrs: givenValues(view, 'CidrBlock') } as const;
  if (view.read('IsDefault') === undefined) return given<readonly NetworkPart[]>([part], [view.origin()]);
  return mapFact(flag(view, 'IsDefault', false), (isDefault): readonly NetworkPart[] => [
    { ...part, ...(isDefault && { isDefault }) },
  ]);
}
