import { reachableType } from '../../catalog/reachable-type.ts';
import { and, isPossible, or } from '../../model/guard.ts';
import type { ResourceId } from '../../model/id.ts';
import type { Connection, NetworkEnd, Reach } from '../../model/reach.ts';
import type { Resource } from '../../model/resource.ts';
import type { ResourceBase } from '../system/create-system.ts';
import { connecting, type Finder } from './finder.ts';
import { controlPlaneOf } from './front-doors/control-plane.ts';
import { createEdges, type Edge, wholesOf } from './front-doors/edges.ts';
import { type HandOver, type HandOverContext, handOvers } from './front-doors/hand-over.ts';
import { passageThrough, takesAll } from './front-doors/pass-through.ts';
import { serviceConnection } from './front-doors/service-connection.ts';
import { internetEnds, type OutsideEnd } from './outside/outside-end.ts';
import { internet, parseBlock } from './packets/address.ts';
import { allPorts, meet } from './packets/passage.ts';
import { covers } from './packets/ranges.ts';
import type { Protocol } from './packets/rule-traffic.ts';
import { connectionOf, type Finding } from './packets/verdict.ts';

/**
 * The network engine: answers put together from connections as a finder finds them. It knows no resource types, only
 * their answers.
 */
export function reachOf(finder: Finder): Omit<Reach, 'connections'> {
  const { base } = finder.network;
  const context = {
    base,
    edges: createEdges(base),
    pass: (carrier: Resource, target: Resource, edge: Edge) =>
      passageThrough(finder, { carrier: edge.through ?? carrier, target, edge }),
    takesAll: (edge: Edge) => takesAll(finder.network, edge),
  };
  let reached: readonly Reached[] | undefined;
  return {
    connect(from, to, port, protocol) {
      const found = findingsOf(finder, { from, to, protocols: asked(protocol) });
      const wanted = protocol === undefined ? found : found.filter((one) => one.protocol === protocol);
      return connectionOf(wanted, protocol === 'icmp' ? undefined : port);
    },
    fromInternet() {
      reached ??= everythingReached(context, finder);
      return reached;
    },
    controlPlane(id) {
      const resource = base.resource(id);
      return resource === undefined ? [] : controlPlaneOf(finder, resource);
    },
    handedOn(id) {
      const resource = base.resource(id);
      return resource === undefined ? [] : firstOfEach(handOvers(context, resource)).map(summary);
    },
  };
}

function everythingReached(context: HandOverContext, finder: Finder): readonly Reached[] {
  const { base } = context;
  const found = new Map<string, Reached>();
  for (const resource of base.resources) {
    if (!isJudged(base, resource)) continue;
    const findings = finder.fromInternet(resource);
    if (findings.every(({ passages }) => passages.length === 0)) continue;
    const connection = connectionOf(findings);
    keep(found, { resource, connection });
    for (const over of handOvers(context, resource)) {
      if (over.limited === true) continue;
      const handed = handedOver(resource, connection, over);
      if (isPossible(handed.guard)) keep(found, { resource: over.resource, connection: handed });
    }
  }
  return base.resources.flatMap(({ id }) => [found.get(id) ?? [], found.get(`${id} via`) ?? []].flat());
}

/** Types of which nothing is known are told by coverage, not one by one; what is part of something is reached as that. */
function isJudged(base: ResourceBase, resource: Resource): boolean {
  const service = base.service(resource.type);
  if (service === undefined) return reachableType(resource.type) !== undefined;
  return service.element !== 'part' || (service.partOf !== undefined && wholesOf(base, resource).length === 1);
}

interface Reached {
  readonly resource: Resource;
  readonly connection: Connection;
}

interface Asked {
  readonly from: NetworkEnd;
  readonly to: NetworkEnd;
  readonly protocols: readonly Protocol[];
}

function asked(protocol: Protocol | undefined): readonly Protocol[] {
  return protocol === 'icmp' ? ['icmp'] : connecting;
}

function findingsOf(finder: Finder, { from, to, protocols }: Asked): readonly Finding[] {
  const { base } = finder.network;
  const source = from.kind === 'resource' ? base.resource(from.resource) : undefined;
  const target = to.kind === 'resource' ? base.resource(to.resource) : undefined;
  if (source !== undefined && target !== undefined)
    return betweenResources(finder, { from: source, to: target, protocols });
  if (target !== undefined) return finder.inward(target, outsideEnds(from), protocols);
  if (source !== undefined) return finder.outward(source, outsideEnds(to), protocols);
  return [];
}

/** The internet, or a block: public addresses come over the internet, all others over private networks. */
function outsideEnds(end: NetworkEnd): readonly OutsideEnd[] {
  if (end.kind === 'internet') return internetEnds;
  if (end.kind === 'resource') return [];
  const block = parseBlock(end.cidr);
  if (block === undefined) return [];
  const { family } = block;
  const addresses = [block.range];
  const over = covers(internet[family], addresses) ? 'internet' : 'private';
  return [{ family, addresses, key: end.cidr, over }];
}

function betweenResources(
  finder: Finder,
  at: { readonly from: Resource; readonly to: Resource; readonly protocols: readonly Protocol[] },
): readonly Finding[] {
  const { from, to, protocols } = at;
  const out = () => finder.outward(from, internetEnds, protocols);
  if (!isPlaced(finder, to)) return serviceConnection(finder, from, to, out);
  if (!isPlaced(finder, from)) return finder.inward(to, internetEnds, protocols);
  const findings = finder.direct(from, to, protocols);
  const back = protocols === connecting ? finder.fromInternet(to) : finder.inward(to, internetEnds, protocols);
  return back.some(({ passages }) => passages.length > 0) ? [...findings, ...overInternet(out(), back)] : findings;
}

function isPlaced(finder: Finder, resource: Resource): boolean {
  const { interfaces, settledBy } = finder.interfaces(resource);
  return interfaces.length > 0 || settledBy !== undefined;
}

/** Out to the internet, and in again by a public address. */
function overInternet(out: readonly Finding[], back: readonly Finding[]): readonly Finding[] {
  return out.flatMap((leaving) =>
    back
      .filter(({ family, protocol }) => family === leaving.family && protocol === leaving.protocol)
      .map(({ family, protocol, passages }) => ({ family, protocol, passages: meet(leaving.passages, passages) })),
  );
}

/**
 * For each resource one entry of what reaches it directly and one of what is handed on: open before unknown; guards and
 * ports of equals are united, the shorter way is told.
 */
function keep(found: Map<string, Reached>, reached: Reached): void {
  const { resource, connection } = reached;
  const key = connection.via === undefined ? resource.id : `${resource.id} via`;
  const before = found.get(key)?.connection;
  if (before === undefined || (before.verdict === 'unknown' && connection.verdict === 'open')) found.set(key, reached);
  else if (before.verdict === connection.verdict) {
    const isShorter = connection.through.length < before.through.length;
    const [first, second] = isShorter ? [connection, before] : [before, connection];
    const known = new Set(first.ports.map(({ protocol, from, to }) => `${protocol} ${from} ${to}`));
    const more = second.ports.filter(({ protocol, from, to }) => !known.has(`${protocol} ${from} ${to}`));
    const united = { ...first, guard: or(first.guard, second.guard), ports: [...first.ports, ...more] };
    found.set(key, { resource, connection: united });
  }
}

function handedOver(front: Resource, connection: Connection, over: HandOver): Connection {
  const settledBy = connection.settledBy ?? over.doubt;
  const isOpen = connection.verdict === 'open' && over.doubt === undefined;
  const { from, end } =
    over.port === null ? (allPorts[0] ?? { from: 0, end: 0 }) : { from: over.port, end: over.port + 1 };
  return {
    verdict: isOpen ? 'open' : 'unknown',
    ports: [{ protocol: over.protocol === 'udp' ? 'udp' : 'tcp', from, to: end - 1 }],
    guard: and(connection.guard, over.guard),
    through: [...connection.through, ...over.hops],
    via: front.id,
    ...(!isOpen && settledBy !== undefined && { settledBy }),
  };
}

/** One hand-over for each resource: a sure one before others. */
function firstOfEach(found: readonly HandOver[]): readonly HandOver[] {
  const first = new Map<ResourceId, HandOver>();
  for (const over of found) {
    const before = first.get(over.resource.id);
    if (before === undefined || isFreer(over, before)) first.set(over.resource.id, over);
  }
  return [...first.values()];
}

/** Does it ask for less, or else hang on less? */
function isFreer(one: HandOver, other: HandOver): boolean {
  if ((one.asks === undefined) !== (other.asks === undefined)) return one.asks === undefined;
  return other.doubt !== undefined && one.doubt === undefined;
}

function summary({ resource, guard, hops, doubt, asks }: HandOver): ReturnType<Reach['handedOn']>[number] {
  const way = hops.map((hop) => hop.because).join(', ');
  const because = doubt === undefined ? way : `${way} (settled by ${doubt})`;
  const last = hops.findLast(({ component }) => /^(front-door|listener|target-group|trigger)$/.test(component));
  return {
    resource,
    guard,
    hop: { ...(last ?? { component: 'front-door' }), because },
    ...(asks !== undefined && { asks }),
  };
}
