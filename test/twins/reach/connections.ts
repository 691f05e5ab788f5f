import { connecting } from '../../../src/define/reach/finder.ts';
import { frontDoors } from '../../../src/define/reach/front-doors/front-doors.ts';
import { listeningStage } from '../../../src/define/reach/network/listening.ts';
import type { Network } from '../../../src/define/reach/network/network.ts';
import { interfacesOf, type NetworkInterface } from '../../../src/define/reach/network/network-interface.ts';
import { type OutsideEnd, ownInterfacesOf, theInternet } from '../../../src/define/reach/outside/outside-end.ts';
import { type Family, internet } from '../../../src/define/reach/packets/address.ts';
import type { Passed } from '../../../src/define/reach/packets/packet-sets.ts';
import { allPorts, meet, type Stage } from '../../../src/define/reach/packets/passage.ts';
import type { Protocol } from '../../../src/define/reach/packets/rule-traffic.ts';
import { atLarge, type Finding } from '../../../src/define/reach/packets/verdict.ts';
import { publicAccess } from '../../../src/define/reach/routes/public-access.ts';
import { casesOf } from '../../../src/model/fact.ts';
import { always } from '../../../src/model/guard.ts';
import type { Hop } from '../../../src/model/reach.ts';
import type { Resource } from '../../../src/model/resource.ts';
import { aclStage } from './acl-stage.ts';
import { between } from './between.ts';
import { fromOutside, passStages } from './from-outside.ts';
import { groupStage } from './group-stage.ts';
import { inside, outside } from './remote.ts';
import { toOutside } from './to-outside.ts';

const families: readonly Family[] = ['v4', 'v6'];

/** Everything that each pair of an address family and a protocol finds. */
function everyFinding(
  protocols: readonly Protocol[],
  find: (family: Family, protocol: Protocol) => readonly Finding[],
): readonly Finding[] {
  return families.flatMap((family) => protocols.flatMap((protocol) => find(family, protocol)));
}

/** From the internet or a block of addresses to a resource: by its front doors, then by its interfaces. */
export function inward(
  network: Network,
  to: Resource,
  ends: readonly OutsideEnd[],
  protocols = connecting,
): readonly Finding[] {
  const { interfaces, settledBy } = interfacesOf(network, to);
  const doors = frontDoors(network, to, ends);
  if (settledBy !== undefined && doors.length === 0) return [unclear(settledBy)];
  if (interfaces.length === 0 && doors.length === 0) return [noAddress(to)];
  const found = everyFinding(protocols, (family, protocol) =>
    ends
      .filter((end) => end.family === family)
      .flatMap((end) => interfaces.map((one) => inwardOf(network, one, { end, protocol }))),
  );
  return [...doors, ...found];
}

function inwardOf(
  network: Network,
  to: NetworkInterface,
  from: { readonly end: OutsideEnd; readonly protocol: Protocol },
): Finding {
  const { end, protocol } = from;
  const { family } = end;
  const passed = fromOutside(network, to, { ...end, protocol });
  const finding = {
    family,
    protocol,
    ...listened(passed, listeningStage(network.base, to.resource, { family, protocol, over: end.over })),
  };
  return end.key === 'internet' ? atLarge(finding) : finding;
}

/** Of what arrives, what is listened to. */
function listened(passed: Passed, stage: Stage): Passed {
  const stages = () => [...(passed.stages?.() ?? []), stage];
  if (passed.passages.length === 0) return { ...passed, stages };
  const passages = meet(passed.passages, stage.passages);
  return passages.length > 0 ? { passages, stages } : { passages, refusal: stage.refusal, stages };
}

function unclear(settledBy: string): Finding {
  const passage = { ports: allPorts, addresses: internet.v4, guard: always, hops: [], doubt: settledBy };
  return { family: 'v4', protocol: 'tcp', passages: [passage] };
}

function noAddress(resource: Resource): Finding {
  const because = `${resource.address} has no address in a network: it is used through AWS's API`;
  const refusal: Hop = { component: 'placement', because, resource: resource.id, origin: resource.origin };
  return { family: 'v4', protocol: 'tcp', passages: [], refusal };
}

/** From a resource to the internet or a block of addresses. What stands in no VPC is run by AWS, which is connected. */
export function outward(
  network: Network,
  from: Resource,
  ends: readonly OutsideEnd[],
  protocols = connecting,
): readonly Finding[] {
  const { interfaces, settledBy } = interfacesOf(network, from);
  if (settledBy !== undefined) return [unclear(settledBy)];
  if (interfaces.length === 0) {
    const because = `${from.address} stands in no VPC: AWS connects it to the internet`;
    const hops: readonly Hop[] = [{ component: 'placement', because, resource: from.id, origin: from.origin }];
    const passage = { ports: allPorts, addresses: internet.v4, guard: from.guard, hops };
    return protocols.map((protocol) => ({ family: 'v4', protocol, passages: [passage] }));
  }
  return everyFinding(protocols, (family, protocol) =>
    ends
      .filter((end) => end.family === family)
      .flatMap((end) =>
        interfaces.map((one) => ({ family, protocol, ...toOutside(network, one, { ...end, protocol }) })),
      ),
  );
}

/** From one resource to another by private addresses; nothing when one of them stands in no VPC. */
export function direct(network: Network, from: Resource, to: Resource, protocols = connecting): readonly Finding[] {
  const left = interfacesOf(network, from);
  const right = interfacesOf(network, to);
  const settledBy = left.settledBy ?? right.settledBy;
  if (settledBy !== undefined) return [unclear(settledBy)];
  return everyFinding(protocols, (family, protocol) => {
    if (family === 'v6' && !(hasV6(network, left.interfaces) && hasV6(network, right.interfaces))) return [];
    return left.interfaces.flatMap((one) =>
      right.interfaces.map((other): Finding => {
        const passed = between(network, { from: one, to: other }, { family, protocol });
        return {
          family,
          protocol,
          ...listened(passed, listeningStage(network.base, to, { family, protocol, over: 'private' })),
        };
      }),
    );
  });
}

/** IPv6 is only worth asking for where a subnet gives such addresses. */
function hasV6(network: Network, interfaces: readonly NetworkInterface[]): boolean {
  return interfaces.some(({ subnet }) =>
    (network.subnets.get(subnet.place.key) ?? []).some(({ part }) =>
      casesOf(part.givesIpv6Address ?? { kind: 'not-applicable', reason: '' }).some(
        ({ fact }) => fact.kind === 'known' && fact.value,
      ),
    ),
  );
}

/**
 * What a balancer that keeps the caller's address hands on: the target's groups and network ACL see the internet itself;
 * rules may name the groups of the balancer as well ("Security groups for your Network Load Balancer").
 */
export function carried(network: Network, by: Resource, to: Resource): readonly Finding[] {
  const balancer = interfacesOf(network, by).interfaces[0];
  const { interfaces } = interfacesOf(network, to);
  const caller = outside(network, theInternet.v4);
  const inner = balancer === undefined ? undefined : inside(network, balancer, 'v4');
  const { key: _, ...unnamed } = caller;
  const remote = inner === undefined ? caller : { ...unnamed, group: inner.group, member: inner.member };
  return connecting.flatMap((protocol) =>
    interfaces.map((one): Finding => {
      const question = { direction: 'ingress', protocol, remote } as const;
      const stages = [
        aclStage(network, one.subnet, { ...question, remote: caller }),
        groupStage(network, one, question),
      ];
      return atLarge({ family: 'v4', protocol, ...passStages(stages, one) });
    }),
  );
}

/** What the security groups of a resource let in of the internet or of a service, on ports that it listens on. */
export function admitted(network: Network, to: Resource, service?: string): readonly Finding[] {
  const remote = outside(network, service === undefined ? theInternet.v4 : ownInterfacesOf(service));
  return connecting.flatMap((protocol) =>
    interfacesOf(network, to).interfaces.map((one): Finding => {
      const passed = passStages([groupStage(network, one, { direction: 'ingress', protocol, remote })], one);
      const entered = publicAccess(network, { subnet: one.subnet, passing: 'in' }, passed.passages);
      const stage = listeningStage(network.base, to, { family: 'v4', protocol, over: 'private' });
      return atLarge({ family: 'v4', protocol, ...listened({ ...passed, ...entered }, stage) });
    }),
  );
}
