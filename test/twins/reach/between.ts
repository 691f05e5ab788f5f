import type { Ends, Link } from '../../../src/define/reach/links/link.ts';
import { linksBetween } from '../../../src/define/reach/links/links.ts';
import type { Network } from '../../../src/define/reach/network/network.ts';
import { samePlace } from '../../../src/define/reach/network/place.ts';
import type { Family } from '../../../src/define/reach/packets/address.ts';
import type { Passed } from '../../../src/define/reach/packets/packet-sets.ts';
import { joined } from '../../../src/define/reach/packets/passage.ts';
import type { Protocol } from '../../../src/define/reach/packets/rule-traffic.ts';
import { and, isPossible } from '../../../src/model/guard.ts';
import type { Hop } from '../../../src/model/reach.ts';
import { aclStage } from './acl-stage.ts';
import { passStages } from './from-outside.ts';
import { groupStage } from './group-stage.ts';
import { inside } from './remote.ts';

/** Can one interface open a connection to another by private addresses: in one VPC, or over what joins two? */
export function between(
  network: Network,
  ends: Ends,
  how: { readonly family: Family; readonly protocol: Protocol },
): Passed {
  if (!isPossible(and(ends.from.guard, ends.to.guard)))
    return { passages: [], refusal: { component: 'placement', because: 'the two never exist together' } };
  const { links, refusal } = linksBetween(network, ends, how.family);
  const found = links.map((link) => overLink(network, { ends, link, refusal }, how));
  const [first = overLink(network, { ends, link: closed, refusal }, how), ...others] = found;
  if (others.length === 0) return first;
  return { ...first, passages: joined(found.flatMap((one) => one.passages)) };
}

const closed: Link = { passages: [], naming: { ingress: 'yes', egress: 'yes' }, between: () => [] };

function overLink(
  network: Network,
  { ends, link, refusal }: { readonly ends: Ends; readonly link: Link; readonly refusal: Hop },
  { family, protocol }: { readonly family: Family; readonly protocol: Protocol },
): Passed {
  const { from, to } = ends;
  const there = { protocol, remote: inside(network, to, family, link.naming.egress) };
  const back = { protocol, remote: inside(network, from, family, link.naming.ingress) };
  const isSameSubnet = samePlace(from.subnet.place, to.subnet.place) === 'yes';
  const out = [
    groupStage(network, from, { ...there, direction: 'egress' }),
    ...(isSameSubnet ? [] : [aclStage(network, from.subnet, { ...there, direction: 'egress' })]),
  ];
  const acls = isSameSubnet
    ? []
    : [...link.between(protocol), aclStage(network, to.subnet, { ...back, direction: 'ingress' })];
  const into = [...acls, groupStage(network, to, { ...back, direction: 'ingress' })];
  const joining = { passages: link.passages, refusal };
  const passed = passStages([joining, ...out, ...into], { ...to, guard: and(from.guard, to.guard) });
  return { ...passed, stages: () => [...out, joining, ...into] };
}
