import { type Case, casesOf, type Fact } from '../../../model/fact.ts';
import { always, and, type Guard, isPossible } from '../../../model/guard.ts';
import type { Hop } from '../../../model/reach.ts';
import type { Network } from '../network/network.ts';
import type { NetworkInterface } from '../network/network-interface.ts';
import { everywhere, type Family } from '../packets/address.ts';
import { allPorts, type Passage, type Stage, under } from '../packets/passage.ts';

type Given = 'yes' | 'no' | 'by-subnet';

/** Has the interface an address that the internet can name? Public IPv4, elastic, or any global IPv6 address. */
export function addressStage(network: Network, end: NetworkInterface, family: Family): Stage {
  const passages: Passage[] = [];
  for (const { guard, fact } of casesOf(givenTo(end, family))) {
    const hop = (because: string): Hop => ({
      component: 'public-address',
      because,
      resource: end.resource.id,
      origin: fact.origins[0] ?? end.resource.origin,
    });
    if (fact.kind === 'unknown') passages.push(passage(family, { guard, doubt: fact.settledBy }));
    else if (fact.value === 'yes')
      passages.push(passage(family, { guard, hops: [hop(`${end.resource.address} has a public address`)] }));
    else if (fact.value === 'by-subnet') passages.push(...bySubnet(network, end, { family, guard }));
  }
  if (family === 'v4') passages.push(...elastic(network, end));
  return { passages, refusal: refusal(end, family) };
}

/** A type that says nothing of IPv6 gets such an address where its subnet decides about public ones. */
function givenTo({ placement }: NetworkInterface, family: Family): Fact<Given> {
  if (family === 'v4') return placement.publicAddress;
  if (placement.ipv6Address !== undefined) return placement.ipv6Address;
  const cases = casesOf(placement.publicAddress);
  return cases.some(({ fact }) => fact.kind === 'known' && fact.value === 'by-subnet')
    ? placement.publicAddress
    : { kind: 'alternatives', options: [] };
}

function passage(
  family: Family,
  of: { readonly guard: Guard; readonly hops?: readonly Hop[]; readonly doubt?: string },
): Passage {
  return { ports: allPorts, addresses: everywhere[family], hops: [], ...of };
}

function bySubnet(
  network: Network,
  end: NetworkInterface,
  at: { readonly family: Family; readonly guard: Guard },
): readonly Passage[] {
  const { place, ofDefaultVpc } = end.subnet;
  const { family, guard } = at;
  const stated = network.subnets.get(place.key) ?? [];
  if (ofDefaultVpc && stated.length === 0) {
    // "Default VPCs": default subnets give public IPv4 addresses; there is no IPv6 block until one is added.
    const because = 'default subnets give public addresses (AWS default)';
    return family === 'v4' ? [passage(family, { guard, hops: [{ component: 'public-address', because }] })] : [];
  }
  if (stated.length === 0)
    return [passage(family, { guard, doubt: place.settledBy ?? `the settings of ${place.name}` })];
  return stated.flatMap(({ part, by, guard: there }) => {
    const setting = family === 'v4' ? part.givesPublicAddress : part.givesIpv6Address;
    return (setting === undefined ? [] : casesOf(setting)).flatMap((option) =>
      subnetPassage(option, { family, guard: and(guard, there, option.guard), name: by.address, resource: by.id }),
    );
  });
}

function subnetPassage(
  { fact }: Case<boolean>,
  at: {
    readonly family: Family;
    readonly guard: Guard;
    readonly name: string;
    readonly resource: NetworkInterface['resource']['id'];
  },
): readonly Passage[] {
  const { family, guard, name, resource } = at;
  if (!isPossible(guard)) return [];
  if (fact.kind === 'unknown') return [passage(family, { guard, doubt: fact.settledBy })];
  if (!fact.value) return [];
  const [origin] = fact.origins;
  const because = `subnet ${name} gives ${family === 'v4' ? 'public' : 'IPv6'} addresses`;
  return [
    passage(family, {
      guard,
      hops: [{ component: 'public-address', because, resource, ...(origin !== undefined && { origin }) }],
    }),
  ];
}

/** Elastic addresses of the resource, or of an interface that is attached to it. */
function elastic(network: Network, end: NetworkInterface): readonly Passage[] {
  const attached = (end.placement.interfaces ?? []).flatMap((value) => network.places(value, end.resource));
  const holders = [{ key: end.resource.id as string, guard: always }, ...attached];
  return holders.flatMap((holder) =>
    (network.publicAddresses.get(holder.key) ?? []).flatMap(({ by, guard }) => {
      const because = `elastic IP address ${by.address} is attached`;
      const hop: Hop = { component: 'public-address', because, resource: by.id, origin: by.origin };
      return under([passage('v4', { guard, hops: [hop] })], holder.guard);
    }),
  );
}

function refusal(end: NetworkInterface, family: Family): Hop {
  const fact = givenTo(end, family);
  const origin = casesOf(fact)[0]?.fact.origins[0] ?? end.resource.origin;
  return {
    component: 'public-address',
    because: `${end.resource.address} has no public address`,
    resource: end.resource.id,
    origin,
  };
}

/** A stage that lets everything pass, for ends that need no public address. */
export function noAddressNeeded(family: Family): Stage {
  return {
    passages: [passage(family, { guard: always })],
    refusal: { component: 'public-address', because: 'no address is needed' },
  };
}
