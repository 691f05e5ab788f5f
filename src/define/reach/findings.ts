import { always } from '../../model/guard.ts';
import type { Hop } from '../../model/reach.ts';
import type { Resource } from '../../model/resource.ts';
import type { Compiled } from './compiled.ts';
import { connecting } from './finder.ts';
import { frontDoors } from './front-doors/front-doors.ts';
import { type Kind, privateConnection } from './links/private-connection.ts';
import type { InterfaceClass, Station } from './network/interface-class.ts';
import { listeningStage } from './network/listening.ts';
import type { Network } from './network/network.ts';
import { fromOutsideTo, toOutsideFrom } from './outside/outside-connection.ts';
import { type OutsideEnd, ownInterfacesOf, theInternet } from './outside/outside-end.ts';
import { type Family, internet } from './packets/address.ts';
import { type Passed, throughAll } from './packets/packet-sets.ts';
import { allPorts, joined, meet, under } from './packets/passage.ts';
import type { Protocol } from './packets/rule-traffic.ts';
import { atLarge, type Finding } from './packets/verdict.ts';
import { publicAccess } from './routes/public-access.ts';
import { aclsLet, groupsLet } from './stages.ts';

const families: readonly Family[] = ['v4', 'v6'];

/** Each family with each protocol, in the order in which they are told. */
export function kindsOf(protocols: readonly Protocol[]): readonly Kind[] {
  return families.flatMap((family) => protocols.map((protocol) => ({ family, protocol })));
}

/** From the internet or a block of addresses to a resource: by its front doors, then by its interfaces. */
export function inward(
  { network, stations }: Compiled,
  {
    to,
    ends,
    protocols,
  }: { readonly to: Resource; readonly ends: readonly OutsideEnd[]; readonly protocols: readonly Protocol[] },
): readonly Finding[] {
  const { interfaces, settledBy } = stations.of(to);
  const doors = frontDoors(network, to, ends);
  if (doors.length === 0) {
    if (settledBy !== undefined) return [notPlaced(settledBy)];
    if (interfaces.length === 0) return [noAddress(to)];
  }
  const found = kindsOf(protocols).flatMap((kind) =>
    ends
      .filter(({ family }) => family === kind.family)
      .flatMap((end) =>
        interfaces.map((placed): Finding => {
          const passed = fromOutsideTo(network, placed, { ...end, protocol: kind.protocol });
          const finding = { ...kind, ...listenedTo(network, to, passed, { ...kind, over: end.over }) };
          return end.key === 'internet' ? atLarge(finding) : finding;
        }),
      ),
  );
  return [...doors, ...found];
}

/** Of what arrives, what is listened to. */
export function listenedTo(
  network: Network,
  to: Resource,
  passed: Passed,
  kind: Kind & Pick<OutsideEnd, 'over'>,
): Passed {
  const listening = listeningStage(network.base, to, kind);
  const stages = () => [...(passed.stages?.() ?? []), listening];
  if (passed.passages.length === 0) return { ...passed, stages };
  const passages = meet(passed.passages, listening.passages);
  return passages.length > 0 ? { passages, stages } : { passages, refusal: listening.refusal, stages };
}

/** Where a resource stands hangs on an input: so does everything else about its connections. */
export function notPlaced(settledBy: string): Finding {
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
  { network, stations }: Compiled,
  {
    from,
    ends,
    protocols,
  }: { readonly from: Resource; readonly ends: readonly OutsideEnd[]; readonly protocols: readonly Protocol[] },
): readonly Finding[] {
  const { interfaces, settledBy } = stations.of(from);
  if (settledBy !== undefined) return [notPlaced(settledBy)];
  if (interfaces.length === 0) {
    const because = `${from.address} stands in no VPC: AWS connects it to the internet`;
    const hops: readonly Hop[] = [{ component: 'placement', because, resource: from.id, origin: from.origin }];
    const passage = { ports: allPorts, addresses: internet.v4, guard: from.guard, hops };
    return protocols.map((protocol) => ({ family: 'v4', protocol, passages: [passage] }));
  }
  return kindsOf(protocols).flatMap((kind) =>
    ends
      .filter(({ family }) => family === kind.family)
      .flatMap((end) =>
        interfaces.map((placed) => ({
          ...kind,
          ...toOutsideFrom(network, placed, { ...end, protocol: kind.protocol }),
        })),
      ),
  );
}

/** From one resource to another by private addresses; nothing when one of them stands in no VPC. */
export function direct(
  { network, stations }: Compiled,
  { from, to, protocols }: { readonly from: Resource; readonly to: Resource; readonly protocols: readonly Protocol[] },
): readonly Finding[] {
  const [left, right] = [stations.of(from), stations.of(to)];
  const settledBy = left.settledBy ?? right.settledBy;
  if (settledBy !== undefined) return [notPlaced(settledBy)];
  return kindsOf(protocols).flatMap((kind) => {
    if (kind.family === 'v6' && !(left.hasV6 && right.hasV6)) return [];
    return pairsOf(left, right).map((pair): Finding => {
      const passed = privateConnection(network, pair, kind);
      return { ...kind, ...listenedTo(network, to, passed, { ...kind, over: 'private' }) };
    });
  });
}

function pairsOf(
  left: Station,
  right: Station,
): readonly { readonly from: InterfaceClass; readonly to: InterfaceClass }[] {
  return left.interfaces.flatMap(({ of: from }) => right.interfaces.map(({ of: to }) => ({ from, to })));
}

/**
 * What a balancer that keeps the caller's address hands on: the target's groups and network ACL see the internet itself;
 * rules may name the groups of the balancer as well ("Security groups for your Network Load Balancer").
 */
export function carried({ network, stations }: Compiled, by: Resource, to: Resource): readonly Finding[] {
  const balancer = stations.of(by).interfaces[0]?.of;
  const end = { kind: 'outside', ...theInternet.v4, ...(balancer !== undefined && { carriedBy: balancer }) } as const;
  return connecting.flatMap((protocol) =>
    stations.of(to).interfaces.map(({ of }): Finding => {
      const asked = { direction: 'ingress', protocol, end } as const;
      const found = throughAll([() => aclsLet(network, of.subnet, asked), () => groupsLet(network, of, asked)]);
      const passages = joined(under(found.passages, of.guard));
      return atLarge({ family: 'v4', protocol, ...found, passages });
    }),
  );
}

/** What the security groups of a resource let in of the internet or of a service, on ports that it listens on. */
export function admitted({ network, stations }: Compiled, to: Resource, service?: string): readonly Finding[] {
  const caller = service === undefined ? theInternet.v4 : ownInterfacesOf(service);
  const end = { kind: 'outside', ...caller } as const;
  return connecting.flatMap((protocol) =>
    stations.of(to).interfaces.map(({ of }): Finding => {
      const kind = { family: 'v4', protocol } as const;
      const found = throughAll([() => groupsLet(network, of, { direction: 'ingress', protocol, end })]);
      const asked = { subnet: of.subnet.subnet, passing: 'in' } as const;
      const entered = publicAccess(network, asked, joined(under(found.passages, of.guard)));
      const passed = { ...found, ...entered };
      return atLarge({ ...kind, ...listenedTo(network, to, passed, { ...kind, over: 'private' }) });
    }),
  );
}
