import type { Placement } from '../../../../model/dimension.ts';
import { bindFact, byDefault, type Fact, mapFact, notApplicable } from '../../../../model/fact.ts';
import type { ResourceId } from '../../../../model/id.ts';
import type { NetworkPart } from '../../../../model/network.ts';
import type { System } from '../../../../model/questions.ts';
import { defineThreat } from '../../../../model/threat.ts';
import { anyTrue } from '../../../combine-facts.ts';
import { fixOf, judge } from '../../../threat-match.ts';

export default defineThreat({
  title: 'Public address where none is needed',
  statement: {
    source: 'attacker on the internet',
    prerequisites: 'who waits for one security group to be opened too far',
    action: 'connect to it directly',
    impact: 'attacks on whatever listens there, past every front door',
  },
  stride: ['spoofing', 'information-disclosure'],
  techniques: ['T1133', 'T1190'],
  weaknesses: ['CWE-668', 'CWE-1327'],
  controls: ['private-placement'],
  likelihood: 1,
  impact: 2,
  howUsed:
    'A public address does no harm until one rule is opened too far, and then the whole internet is one step away. Attackers watch address ranges for ports that newly answer.',
  howTested:
    'aws ec2 describe-instances must show no PublicIpAddress for hosts that nobody calls; outbound must work through a NAT gateway or endpoints. Open a group in a test: the host must still be out of reach.',
  falsePositives:
    'Hosts that serve callers themselves, and networks without a NAT gateway in which hosts need a way out.',
  references: [
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-instance-addressing.html',
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html',
  ],
  *find(element, { system }) {
    for (const id of element.resources) {
      const resource = system.resource(id);
      if (resource === undefined) continue;
      const key = id === element.resource ? '' : resource.address;
      const fix = fixOf(resource, {
        control: 'private-placement',
        title: 'Do without a public address',
        property: 'public address',
        value: 'none, with a load balancer or NAT gateway where callers or updates need a way',
      });
      const address = element.kind === 'network' ? givenBySubnet(system, id) : addressOf(system, id);
      if (element.kind === 'data-store' && !isChosen(address)) continue;
      yield* judge<'yes' | 'no' | 'by-subnet'>({
        fact: address,
        resource,
        key,
        bad: (state) => (state === 'yes' ? noteOf(element.kind) : undefined),
        whenUnknown: false,
        fix,
      });
    }
  },
});

type Address = 'yes' | 'no' | 'by-subnet';

function addressOf(system: System, id: ResourceId): Fact<Address> {
  const placement: Fact<Placement> = system.fact(id, 'placement');
  // That a thing stands in a network at all is nobody's choice: only the address says whether it was given.
  if (placement.kind === 'known') return placement.value.publicAddress;
  return bindFact(placement, ({ publicAddress }) => publicAddress);
}

/** Front doors are networks that are meant to be public; of networks only subnets give addresses away. */
function givenBySubnet(system: System, id: ResourceId): Fact<Address> {
  const network: Fact<readonly NetworkPart[]> = system.fact(id, 'network');
  return bindFact(network, (parts): Fact<Address> => {
    const subnet = parts.find((part) => part.kind === 'subnet');
    return subnet === undefined
      ? notApplicable('it gives no addresses')
      : mapFact(anyTrue([subnet.givesPublicAddress, subnet.givesIpv6Address ?? byDefault(false)]), (is) =>
          is ? 'yes' : 'no',
        );
  });
}

function noteOf(kind: string): string {
  return kind === 'network' ? 'whatever starts in it gets a public address' : 'it has a public address';
}

/** Whether a database of which nothing is said has a public address hangs on its network, and reach tells that. */
function isChosen(address: Fact<Address>): boolean {
  return address.kind !== 'known' || address.basis === 'explicit';
}
