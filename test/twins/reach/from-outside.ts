import type { Network } from '../../../src/define/reach/network/network.ts';
import type { NetworkInterface } from '../../../src/define/reach/network/network-interface.ts';
import { addressStage, noAddressNeeded } from '../../../src/define/reach/outside/address-stage.ts';
import type { OutsideEnd } from '../../../src/define/reach/outside/outside-end.ts';
import { isWithin, routeStage } from '../../../src/define/reach/outside/ways-in.ts';
import type { Passed } from '../../../src/define/reach/packets/packet-sets.ts';
import { allPorts, joined, meet, type Passage, type Stage, under } from '../../../src/define/reach/packets/passage.ts';
import type { Protocol } from '../../../src/define/reach/packets/rule-traffic.ts';
import { always } from '../../../src/model/guard.ts';
import { aclStage } from './acl-stage.ts';
import { groupStage } from './group-stage.ts';
import { outside, type Remote } from './remote.ts';

/** Can somebody outside open a connection to this interface? Components in the order of the way. */
export function fromOutside(
  network: Network,
  to: NetworkInterface,
  from: OutsideEnd & { readonly protocol: Protocol },
): Passed {
  const remote = outside(network, from);
  const question = { direction: 'ingress', protocol: from.protocol, remote } as const;
  const address = from.over === 'internet' ? addressStage(network, to, from.family) : noAddressNeeded(from.family);
  const isLocal = from.over === 'private' && isWithin(network, to.subnet, from);
  const stages = [
    isLocal ? open(remote) : routeStage(network, to, from),
    address,
    aclStage(network, to.subnet, question),
    groupStage(network, to, question),
  ];
  // Hardly anything has an IPv6 address: nothing else needs to be asked then.
  if (from.family === 'v6' && address.passages.length === 0)
    return { passages: [], refusal: address.refusal, stages: () => stages };
  return passStages(stages, to);
}

/** What passes all stages; the first stage after which nothing is left is the one that blocks. */
export function passStages(stages: readonly Stage[], end: NetworkInterface): Passed {
  let passages: readonly Passage[] | undefined;
  for (const stage of stages) {
    passages = passages === undefined ? stage.passages : meet(passages, stage.passages);
    if (passages.length === 0) return { passages, refusal: stage.refusal, stages: () => stages };
  }
  return { passages: joined(under(passages ?? [], end.guard)), stages: () => stages };
}

function open({ addresses }: Remote): Stage {
  return {
    passages: [{ ports: allPorts, addresses, guard: always, hops: [] }],
    refusal: { component: 'route', because: 'the local route of the VPC' },
  };
}
