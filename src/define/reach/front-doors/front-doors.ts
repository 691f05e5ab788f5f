import type { Endpoint } from '../../../model/entry.ts';
import { casesOf } from '../../../model/fact.ts';
import { and, type Guard, isPossible } from '../../../model/guard.ts';
import type { Hop } from '../../../model/reach.ts';
import type { Resource } from '../../../model/resource.ts';
import { blockOptions, outsideFits } from '../groups/peer.ts';
import type { Network } from '../network/network.ts';
import type { OutsideEnd } from '../outside/outside-end.ts';
import { type Passage, under } from '../packets/passage.ts';
import type { Ranges } from '../packets/ranges.ts';
import { atLarge, type Finding } from '../packets/verdict.ts';
import { answering, notDeployed } from './deployed.ts';

/** Endpoints that AWS runs on the internet for the resource: for everybody, or for some blocks of addresses. */
export function frontDoors(network: Network, resource: Resource, ends: readonly OutsideEnd[]): readonly Finding[] {
  const doors = ends
    .filter(({ over, family }) => over === 'internet' && family === 'v4')
    .flatMap((end) =>
      casesOf(network.base.fact(resource.id, 'endpoints')).flatMap(({ guard, fact }) =>
        fact.kind === 'unknown'
          ? []
          : fact.value.flatMap((endpoint) => doorOf(network, { resource, endpoint, end, guard })),
      ),
    );
  if (doors.length === 0) return doors;
  const answers = answering(network.base, resource);
  if (answers.length === 0) return [{ family: 'v4', protocol: 'tcp', passages: [], refusal: notDeployed(resource) }];
  return doors.map((door) => ({ ...door, passages: whenAnswering(door.passages, answers) }));
}

function whenAnswering(passages: readonly Passage[], answers: ReturnType<typeof answering>): readonly Passage[] {
  return answers.flatMap(({ guard, doubt }) =>
    under(passages, guard).map((one) => (doubt === undefined ? one : { doubt, ...one })),
  );
}

interface Door {
  readonly resource: Resource;
  readonly endpoint: Endpoint;
  readonly end: OutsideEnd;
  readonly guard: Guard;
}

function doorOf(network: Network, door: Door): readonly Finding[] {
  const { resource, endpoint, end } = door;
  const { protocol, port, sources } = endpoint;
  const because = `${resource.address} has a public endpoint (${protocol})`;
  const hop: Hop = { component: 'front-door', because, resource: resource.id, origin: endpoint.origin };
  const passages = casesOf(endpoint.audience).flatMap(({ guard, fact }): readonly Passage[] => {
    const both = and(resource.guard, door.guard, guard);
    const isPublic = fact.kind === 'unknown' || fact.value === 'internet' || sources !== undefined;
    if (!isPossible(both) || !isPublic) return [];
    const doubt = fact.kind === 'unknown' ? fact.settledBy : undefined;
    // A service API is on 443; a door to a network takes whatever its listeners take.
    const ports: Ranges<number> = [{ from: port ?? 443, end: (port ?? 443) + 1 }];
    const whole = { ports, hops: [hop], ...(doubt !== undefined && { doubt }) };
    if (sources === undefined || (fact.kind === 'known' && fact.value === 'internet'))
      return [{ ...whole, addresses: end.addresses, guard: both }];
    return sources
      .flatMap((source) => outsideFits(blockOptions(network, source, resource), end))
      .map((fit) => ({ ...whole, ...fit, guard: and(both, fit.guard) }));
  });
  if (passages.length === 0) return [];
  const finding: Finding = { family: end.family, protocol: protocol === 'udp' ? 'udp' : 'tcp', passages };
  const narrow = end.key === 'internet' ? atLarge(finding) : finding;
  return narrow.passages.length === 0 ? [] : [narrow];
}
