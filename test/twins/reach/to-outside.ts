import type { Network } from '../../../src/define/reach/network/network.ts';
import type { NetworkInterface } from '../../../src/define/reach/network/network-interface.ts';
import type { OutsideEnd } from '../../../src/define/reach/outside/outside-end.ts';
import { exitsFrom } from '../../../src/define/reach/outside/ways-beyond.ts';
import { isWithin } from '../../../src/define/reach/outside/ways-in.ts';
import type { Passed } from '../../../src/define/reach/packets/packet-sets.ts';
import { allPorts } from '../../../src/define/reach/packets/passage.ts';
import type { Protocol } from '../../../src/define/reach/packets/rule-traffic.ts';
import { always } from '../../../src/model/guard.ts';
import type { Hop } from '../../../src/model/reach.ts';
import { aclStage } from './acl-stage.ts';
import { passStages } from './from-outside.ts';
import { groupStage } from './group-stage.ts';
import { outside } from './remote.ts';

/** Can this interface open a connection to somebody outside? */
export function toOutside(
  network: Network,
  from: NetworkInterface,
  to: OutsideEnd & { readonly protocol: Protocol },
): Passed {
  const question = { direction: 'egress', protocol: to.protocol, remote: outside(network, to) } as const;
  const isLocal = to.over === 'private' && isWithin(network, from.subnet, to);
  const local = { ports: allPorts, addresses: to.addresses, guard: always, hops: [] };
  const exits = isLocal
    ? { passages: [local] }
    : exitsFrom(network, from.subnet, { end: from, to, protocol: to.protocol, seen: new Set([from.subnet.place.key]) });
  const { place } = from.subnet;
  const refusal: Hop = {
    component: 'route',
    because: `no route of subnet ${place.name} leads out`,
    ...(place.resource !== undefined && { resource: place.resource.id, origin: place.resource.origin }),
  };
  const stages = [groupStage(network, from, question), aclStage(network, from.subnet, question), { refusal, ...exits }];
  return passStages(stages, from);
}
