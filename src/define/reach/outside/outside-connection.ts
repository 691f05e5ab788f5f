import { always } from '../../../model/guard.ts';
import type { Station } from '../network/interface-class.ts';
import type { Network } from '../network/network.ts';
import type { NetworkInterface } from '../network/network-interface.ts';
import { type Passed, throughAll } from '../packets/packet-sets.ts';
import { allPorts, joined, type Stage, under } from '../packets/passage.ts';
import type { Protocol } from '../packets/rule-traffic.ts';
import { aclsLet, groupsLet } from '../stages.ts';
import { addressKey } from './address-key.ts';
import { addressStage, noAddressNeeded } from './address-stage.ts';
import type { OutsideEnd } from './outside-end.ts';
import { exitsFrom } from './ways-beyond.ts';
import { isWithin, routeStage } from './ways-in.ts';

type Placed = Station['interfaces'][number];

/** Can somebody outside open a connection to this interface? Only addresses are asked for each of them. */
export function fromOutsideTo(
  network: Network,
  { one, of }: Placed,
  from: OutsideEnd & { readonly protocol: Protocol },
): Passed {
  const asked = { direction: 'ingress', protocol: from.protocol, end: { kind: 'outside', ...from } } as const;
  const address = () =>
    from.over === 'internet' ? addressStage(network, one, from.family) : noAddressNeeded(from.family);
  const stages = [
    () => waysIn(network, { one, of }, from),
    address,
    () => aclsLet(network, of.subnet, asked),
    () => groupsLet(network, of, asked),
  ];
  // Hardly anything has an IPv6 address: nothing else needs to be asked then.
  if (from.family === 'v6') {
    const { passages, refusal } = address();
    if (passages.length === 0) return { passages, refusal, stages: () => stages.map((stage) => stage()) };
  }
  const found = throughAll(stages);
  return { ...found, passages: joined(under(found.passages, of.guard)) };
}

/** Routes are those of the subnet, unless the type of the resource tells more about them. */
function waysIn(network: Network, { one, of }: Placed, from: OutsideEnd): Stage {
  if (one.placement.needsPublicSubnets === true) return findWaysIn(network, one, from);
  const key = `ways in ${of.subnet.number} ${from.family} ${from.over} ${from.key}`;
  return network.remember(key, () => findWaysIn(network, one, from));
}

function findWaysIn(network: Network, one: NetworkInterface, from: OutsideEnd): Stage {
  if (from.over !== 'private' || !isWithin(network, one.subnet, from)) return routeStage(network, one, from);
  return {
    passages: [{ ports: allPorts, addresses: from.addresses, guard: always, hops: [] }],
    refusal: { component: 'route', because: 'the local route of the VPC' },
  };
}

/** Can this interface open a connection to somebody outside? */
export function toOutsideFrom(
  network: Network,
  { one, of }: Placed,
  to: OutsideEnd & { readonly protocol: Protocol },
): Passed {
  const asked = { direction: 'egress', protocol: to.protocol, end: { kind: 'outside', ...to } } as const;
  const found = throughAll([
    () => groupsLet(network, of, asked),
    () => aclsLet(network, of.subnet, asked),
    () => waysOutside(network, { one, of }, to),
  ]);
  return { ...found, passages: joined(under(found.passages, of.guard)) };
}

/** Ways out are those of the subnet, for interfaces with equal public addresses. */
export function waysOutside(
  network: Network,
  { one, of }: Placed,
  to: OutsideEnd & { readonly protocol: Protocol },
): Stage {
  const { family, over, protocol } = to;
  const key = `ways outside ${of.subnet.number} ${family} ${protocol} ${over} ${to.key} ${addressKey(network, one)}`;
  return network.remember(key, () => findWaysOutside(network, one, to));
}

function findWaysOutside(
  network: Network,
  end: NetworkInterface,
  { protocol, ...to }: OutsideEnd & { readonly protocol: Protocol },
): Stage {
  const { place } = end.subnet;
  const refusal = {
    component: 'route',
    because: `no route of subnet ${place.name} leads out`,
    ...(place.resource !== undefined && { resource: place.resource.id, origin: place.resource.origin }),
  } as const;
  if (to.over === 'private' && isWithin(network, end.subnet, to))
    return { passages: [{ ports: allPorts, addresses: to.addresses, guard: always, hops: [] }], refusal };
  return { refusal, ...exitsFrom(network, end.subnet, { end, to, protocol, seen: new Set([place.key]) }) };
}
