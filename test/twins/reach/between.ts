import type { Ends, Link } from '../../../src/define/reach/links/link.ts';
import { linksBetween } from '../../../src/define/reach/links/links.ts';
import type { Network } from '../../../src/define/reach/network/network.ts';
import { samePlace } from '../../../src/define/reach/network/place.ts';
import type { Family } from '../../../src/define/reach/packets/address.ts';
import { joined, type Passage } from '../../../src/define/reach/packets/passage.ts';
import type { Protocol } from '../../../src/define/reach/packets/rule-traffic.ts';
import { and, isPossible } from '../../../src/model/guard.ts';
import type { Hop } from '../../../src/model/questions.ts';
import { aclStage } from './acl-stage.ts';
import { passStages } from './from-outside.ts';
import { groupStage } from './group-stage.ts';
import { inside } from './remote.ts';

/** Can one interface open a connection to another by private addresses: in one VPC, or over what joins two? */
export function between(
  network: Network,
  ends: Ends,
  how: { readonly family: Family; readonly protocol: Protocol },
): { readonly passages: readonly Passage[]; readonly refusal?: Hop } {
  if (!isPossible(and(ends.from.guard, ends.to.guard)))
    return { passages: [], refusal: { component: 'placement', because: 'the two never exist together' } };
  const { links, refusal } = linksBetween(network, ends, how.family);
  const found = links.map((link) => overLink(network, { ends, link }, how));
  const passages = found.flatMap((one) => one.passages);
  if (passages.length > 0) return { passages: links.length > 1 ? joined(passages) : passages };
  return { passages, refusal: found.find((one) => one.refusal !== undefined)?.refusal ?? refusal };
}

function overLink(
  network: Network,
  { ends, link }: { readonly ends: Ends; readonly link: Link },
  { family, protocol }: { readonly family: Family; readonly protocol: Protocol },
): { readonly passages: readonly Passage[]; readonly refusal?: Hop } {
  const { from, to } = ends;
  const there = { protocol, remote: inside(network, to, family, link.naming.egress) };
  const back = { protocol, remote: inside(network, from, family, link.naming.ingress) };
  const isSameSubnet = samePlace(from.subnet.place, to.subnet.place) === 'yes';
  const acls = isSameSubnet
    ? []
    : [
        aclStage(network, from.subnet, { ...there, direction: 'egress' }),
        ...link.between(protocol),
        aclStage(network, to.subnet, { ...back, direction: 'ingress' }),
      ];
  const refusal: Hop = { component: 'route', because: 'nothing joins the two' };
  const stages = [
    { passages: link.passages, refusal },
    groupStage(network, from, { ...there, direction: 'egress' }),
    ...acls,
    groupStage(network, to, { ...back, direction: 'ingress' }),
  ];
  return passStages(stages, { ...to, guard: and(from.guard, to.guard) });
}
