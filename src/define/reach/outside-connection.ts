import { addressStage, noAddressNeeded } from './address-stage.ts';
import { isWithin, type OutsideEnd, open, routeStage } from './from-outside.ts';
import type { Station } from './interface-class.ts';
import type { Network } from './network.ts';
import type { NetworkInterface } from './network-interface.ts';
import { throughAll } from './packet-sets.ts';
import { joined, type Stage, under } from './passage.ts';
import { waysOut } from './route-stage.ts';
import type { Protocol } from './rule-traffic.ts';
import { aclsLet, groupsLet } from './stages.ts';
import { exitOf } from './to-outside.ts';

type Placed = Station['interfaces'][number];
type Found = ReturnType<typeof throughAll>;

/** Can somebody outside open a connection to this interface? Only routes and addresses are asked for each of them. */
export function fromOutsideTo(
  network: Network,
  { one, of }: Placed,
  from: OutsideEnd & { readonly protocol: Protocol },
): Found {
  const end = { kind: 'outside', ...from } as const;
  const asked = { direction: 'ingress', protocol: from.protocol, end } as const;
  const address = () =>
    from.over === 'internet' ? addressStage(network, one, from.family) : noAddressNeeded(from.family);
  // Hardly anything has an IPv6 address: nothing else needs to be asked then.
  if (from.family === 'v6') {
    const { passages, refusal } = address();
    if (passages.length === 0) return { passages, refusal };
  }
  const found = throughAll([
    () => waysIn(network, { one, of }, from),
    address,
    () => aclsLet(network, of.subnet, asked),
    () => groupsLet(network, of, asked),
  ]);
  return found.passages.length === 0 ? found : { passages: joined(under(found.passages, of.guard)) };
}

/** Routes are those of the subnet, unless the type of the resource tells more about them. */
function waysIn(network: Network, { one, of }: Placed, from: OutsideEnd): Stage {
  if (one.placement.needsPublicSubnets === true) return findWaysIn(network, one, from);
  const key = `ways in ${of.subnet.number} ${from.family} ${from.over} ${from.key}`;
  return network.remember(key, () => findWaysIn(network, one, from));
}

function findWaysIn(network: Network, one: NetworkInterface, from: OutsideEnd): Stage {
  const isLocal = from.over === 'private' && isWithin(network, one.subnet, from);
  return isLocal ? open(from) : routeStage(network, one, from);
}

/** Can this interface open a connection to somebody outside? */
export function toOutsideFrom(
  network: Network,
  { one, of }: Placed,
  to: OutsideEnd & { readonly protocol: Protocol },
): Found {
  const { place } = of.subnet.subnet;
  const asked = { direction: 'egress', protocol: to.protocol, end: { kind: 'outside', ...to } } as const;
  const exits = (): Stage => ({
    passages: waysOut(network, of.subnet.subnet, to).flatMap((way) => exitOf(network, one, { way, to })),
    refusal: {
      component: 'route',
      because: `no route of subnet ${place.name} leads out`,
      ...(place.resource !== undefined && { resource: place.resource.id, origin: place.resource.origin }),
    },
  });
  const found = throughAll([() => groupsLet(network, of, asked), () => aclsLet(network, of.subnet, asked), exits]);
  return found.passages.length === 0 ? found : { passages: joined(under(found.passages, of.guard)) };
}
