import { casesOf } from '../../../model/fact.ts';
import { and, type Guard, isPossible, not, or } from '../../../model/guard.ts';
import type { Hop } from '../../../model/reach.ts';
import type { Resource } from '../../../model/resource.ts';
import { sameText } from '../../../model/text.ts';
import { defaultVpcOf, type Network, type Stated } from '../network/network.ts';
import type { Subnet } from '../network/network-interface.ts';
import { samePlace } from '../network/place.ts';
import { type Passage, under } from '../packets/passage.ts';

/** How packets pass a gateway: `nat` for what only lets out, a NAT gateway or an egress-only internet gateway. */
export type Passing = 'in' | 'out' | 'nat';

/**
 * What VPC Block Public Access leaves of packets between a subnet and a gateway to the internet. It holds for an account and
 * region but for what is excluded; "ingress-only" still lets out what goes through gateways that only let out.
 * https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa.html
 */
export function publicAccess(
  network: Network,
  at: { readonly subnet: Subnet; readonly passing: Passing },
  passages: readonly Passage[],
): { readonly passages: readonly Passage[]; readonly refusal?: Hop } {
  let rest = passages;
  for (const { guard, doubt, by } of blocksOn(network, at)) {
    const blocked = under(rest, guard);
    if (blocked.length === 0) continue;
    const left = under(rest, not(guard));
    rest = doubt === undefined ? left : [...left, ...blocked.map((one) => ({ doubt, ...one }))];
    if (rest.length === 0) return { passages: [], refusal: refusalOf(by, at) };
  }
  return { passages: rest };
}

interface Block {
  readonly guard: Guard;
  readonly doubt?: string;
  readonly by: Resource;
}

function blocksOn(network: Network, at: { readonly subnet: Subnet; readonly passing: Passing }): readonly Block[] {
  if (network.publicAccessBlocks.size === 0) return [];
  const { subnet, passing } = at;
  return network.remember(`public access ${subnet.place.key} of ${subnet.vpc.key} ${passing}`, () =>
    [...network.publicAccessBlocks.values()].flat().flatMap((stated) => blocksBy(network, stated, at)),
  );
}

function blocksBy(
  network: Network,
  { part, by, guard }: Stated<'public-access-block'>,
  { subnet, passing }: { readonly subnet: Subnet; readonly passing: Passing },
): readonly Block[] {
  const home = isAtHome(network, by, subnet);
  if (home === 'no') return [];
  return casesOf(part.blocks).flatMap((option): readonly Block[] => {
    const { fact } = option;
    const mode = fact.kind === 'unknown' ? 'everything' : fact.value;
    if (mode === 'nothing' || (mode === 'inbound' && passing === 'nat')) return [];
    const excluded = exclusionsOf(network, subnet, mode === 'inbound' ? 'in' : passing);
    const sure = or(...excluded.filter((one) => one.doubt === undefined).map((one) => one.guard));
    const both = and(guard, option.guard, not(sure));
    if (!isPossible(both)) return [];
    const owner = home === 'maybe' ? `the account and region of ${subnet.place.name}` : undefined;
    const doubt =
      (fact.kind === 'unknown' ? fact.settledBy : undefined) ?? owner ?? excluded.find((one) => one.doubt)?.doubt;
    return [{ guard: both, by, ...(doubt !== undefined && { doubt }) }];
  });
}

/** An exclusion for what is opened from inside has no say in what comes in, and none where all that goes out may go. */
function exclusionsOf(
  network: Network,
  { place, vpc }: Subnet,
  passing: Passing,
): readonly { readonly guard: Guard; readonly doubt?: string }[] {
  return [place.key, vpc.key]
    .flatMap((key) => network.publicAccessExclusions.get(key) ?? [])
    .flatMap(({ part, guard }) =>
      casesOf(part.allows).flatMap((option) => {
        const { fact } = option;
        const both = and(guard, option.guard);
        if (fact.kind === 'unknown') return [{ guard: both, doubt: fact.settledBy }];
        return fact.value === 'everything' || passing !== 'in' ? [{ guard: both }] : [];
      }),
    );
}

/** Is the subnet in the account and region of the setting? One that is not in the input may be. */
function isAtHome(network: Network, by: Resource, { place, vpc, ofDefaultVpc }: Subnet): 'yes' | 'no' | 'maybe' {
  const { base } = network;
  const owner = place.resource ?? vpc.resource;
  if (owner === undefined) return ofDefaultVpc ? samePlace(defaultVpcOf(base, by), vpc) : 'maybe';
  const [own, other] = [base.deploymentOf(by.id), base.deploymentOf(owner.id)];
  const answers = [sameText(own.account, other.account), sameText(own.region, other.region)];
  if (answers.includes('no')) return 'no';
  return answers.includes('maybe') ? 'maybe' : 'yes';
}

function refusalOf(by: Resource, { subnet, passing }: { readonly subnet: Subnet; readonly passing: Passing }): Hop {
  const what = passing === 'in' ? `the internet into subnet ${subnet.place.name}` : `subnet ${subnet.place.name} out`;
  return {
    component: 'public-access-block',
    because: `VPC Block Public Access of ${by.address} lets nothing from ${what}`,
    resource: by.id,
    origin: by.origin,
  };
}
