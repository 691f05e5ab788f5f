import { casesOf } from '../../model/fact.ts';
import { always, and, isPossible, or } from '../../model/guard.ts';
import type { ResourceId } from '../../model/id.ts';
import type { Connection, Hop, NetworkEnd, Reach, ReachCell } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import type { ResourceBase } from '../system/create-system.ts';
import { internet, parseBlock } from './address.ts';
import { allConnections } from './all-connections.ts';
import { createEdges, type Edge, wholesOf } from './edges.ts';
import { type Compiled, carried, direct, inward, outward, standsInVpc, theInternet } from './findings.ts';
import { type HandOver, type HandOverContext, handOvers } from './hand-over.ts';
import { createStations } from './interface-class.ts';
import { passagesIn } from './internet-findings.ts';
import { createNetwork, type Network } from './network.ts';
import type { OutsideEnd } from './outside-end.ts';
import { allPorts, meet, under } from './passage.ts';
import { covers } from './ranges.ts';
import { serviceConnection } from './service-connection.ts';
import { connectionOf, type Finding, onPort } from './verdict.ts';
import { findWaysOut } from './ways.ts';

/**
 * The network engine, compiled: rules and entries are read once into sets of packets, interfaces that no rule can tell
 * apart are one class, and what a class, a subnet or a set of groups answers is found once. It knows no resource types,
 * only their answers. A literal engine in the tests says what each answer must be.
 */
export function createCompiledReach(base: ResourceBase): Reach {
  const own = createNetwork(base);
  const network: Network = { ...own, waysOut: (subnet, to) => findWaysOut(network, subnet, to) };
  const compiled: Compiled = { network, stations: createStations(network) };
  const context = {
    base,
    edges: createEdges(base),
    pass: (carrier: Resource, target: Resource, edge: Edge) => passed(compiled, { carrier, target, edge }),
  };
  let reached: readonly Reached[] | undefined;
  let cells: readonly ReachCell[] | undefined;
  return {
    connections() {
      cells ??= allConnections(compiled);
      return cells;
    },
    connect: (from, to, port) => connectionOf(onPort(findingsOf(compiled, from, to), port)),
    fromInternet() {
      reached ??= everythingReached(context, compiled);
      return reached;
    },
    handedOn(id) {
      const resource = base.resource(id);
      return resource === undefined ? [] : firstOfEach(handOvers(context, resource)).map(summary);
    },
  };
}

/**
 * Does what a balancer hands on arrive at the target? Its security groups are asked for the balancer, or for the caller
 * whose address it keeps. Undefined when one of the two stands in no VPC: the way is AWS's own.
 */
function passed(
  compiled: Compiled,
  { carrier, target, edge }: { readonly carrier: Resource; readonly target: Resource; readonly edge: Edge },
): Connection | undefined {
  if (!standsInVpc(compiled, carrier) || !standsInVpc(compiled, target)) return undefined;
  const { keepsCaller, port } = edge.forward;
  const own = () => direct(compiled, carrier, target);
  const kept = () => carried(compiled, carrier, target);
  if (keepsCaller === undefined) return connectionOf(onPort(own(), port ?? undefined));
  const findings = casesOf(keepsCaller).flatMap(({ guard, fact }): readonly Finding[] => {
    if (fact.kind === 'unknown') return [...own(), ...kept()].map((finding) => doubted(finding, fact.settledBy));
    const found = fact.value ? kept() : own();
    return guard === always
      ? found
      : found.map((finding) => ({ ...finding, passages: under(finding.passages, guard) }));
  });
  return connectionOf(onPort(findings, port ?? undefined));
}

function doubted(finding: Finding, doubt: string): Finding {
  return { ...finding, passages: finding.passages.map((passage) => ({ doubt, ...passage })) };
}

function everythingReached(context: HandOverContext, compiled: Compiled): readonly Reached[] {
  const { base } = context;
  const found = new Map<string, Reached>();
  for (const resource of base.resources) {
    if (!isJudged(base, resource)) continue;
    const findings = passagesIn(compiled, compiled.stations.of(resource));
    if (findings.length === 0) continue;
    const connection = connectionOf(findings);
    keep(found, { resource, connection });
    for (const over of handOvers(context, resource)) {
      const handed = handedOver(resource, connection, over);
      if (isPossible(handed.guard)) keep(found, { resource: over.resource, connection: handed });
    }
  }
  return base.resources.flatMap(({ id }) => [found.get(id) ?? [], found.get(`${id} via`) ?? []].flat());
}

/** Types without knowledge are told by coverage, not one by one; what is part of something is reached as that. */
function isJudged(base: ResourceBase, resource: Resource): boolean {
  const service = base.service(resource.type);
  if (service === undefined) return false;
  return service.element !== 'part' || (service.partOf !== undefined && wholesOf(base, resource).length === 1);
}

interface Reached {
  readonly resource: Resource;
  readonly connection: Connection;
}

function findingsOf(compiled: Compiled, from: NetworkEnd, to: NetworkEnd): readonly Finding[] {
  const { base } = compiled.network;
  const source = from.kind === 'resource' ? base.resource(from.resource) : undefined;
  const target = to.kind === 'resource' ? base.resource(to.resource) : undefined;
  if (source !== undefined && target !== undefined) return betweenResources(compiled, source, target);
  if (target !== undefined) return inward(compiled, target, outsideEnds(from));
  if (source !== undefined) return outward(compiled, source, outsideEnds(to));
  return [];
}

/** The internet, or a block: public addresses come over the internet, all others over private networks. */
function outsideEnds(end: NetworkEnd): readonly OutsideEnd[] {
  if (end.kind === 'internet') return [theInternet.v4, theInternet.v6];
  if (end.kind === 'resource') return [];
  const block = parseBlock(end.cidr);
  if (block === undefined) return [];
  const { family } = block;
  const addresses = [block.range];
  const over = covers(internet[family], addresses) ? 'internet' : 'private';
  return [{ family, addresses, key: end.cidr, over }];
}

function betweenResources(compiled: Compiled, from: Resource, to: Resource): readonly Finding[] {
  const out = () => outward(compiled, from, outsideEnds({ kind: 'internet' }));
  if (!standsInVpc(compiled, to)) return serviceConnection(compiled.network, from, to, out);
  if (!standsInVpc(compiled, from)) return inward(compiled, to, outsideEnds({ kind: 'internet' }));
  const findings = direct(compiled, from, to);
  const back = passagesIn(compiled, compiled.stations.of(to));
  return back.length > 0 ? [...findings, ...overInternet(out(), back)] : findings;
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
    if (before === undefined || (before.doubt !== undefined && over.doubt === undefined))
      first.set(over.resource.id, over);
  }
  return [...first.values()];
}

function summary({ resource, guard, hops, doubt }: HandOver): {
  resource: Resource;
  guard: HandOver['guard'];
  hop: Hop;
} {
  const way = hops.map((hop) => hop.because).join(', ');
  const because = doubt === undefined ? way : `${way} (settled by ${doubt})`;
  const last = hops.findLast(({ component }) => /^(front-door|listener|target-group)$/.test(component));
  return { resource, guard, hop: { ...(last ?? { component: 'front-door' }), because } };
}
