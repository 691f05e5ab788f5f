import type { ResourceId } from '../model/id.ts';
import type { Connection, Reach } from '../model/reach.ts';

/** How the internet reaches a resource: by connections of its own, and by requests that others hand on. */
export interface WaysIn {
  readonly direct?: Connection;
  readonly handedOn?: Connection;
}

const remembered = new WeakMap<Reach, ReadonlyMap<ResourceId, WaysIn>>();
const none: WaysIn = {};

/** The ways in of a resource that are open or may be; looked up once for the whole system. */
export function waysIn(reach: Reach, resource: ResourceId): WaysIn {
  const known = remembered.get(reach) ?? listed(reach);
  remembered.set(reach, known);
  return known.get(resource) ?? none;
}

function listed(reach: Reach): ReadonlyMap<ResourceId, WaysIn> {
  const ways = new Map<ResourceId, WaysIn>();
  for (const { resource, connection } of reach.fromInternet()) {
    const before = ways.get(resource.id) ?? none;
    ways.set(resource.id, {
      ...before,
      ...(connection.via === undefined ? { direct: connection } : { handedOn: connection }),
    });
  }
  return ways;
}

/** Does the connection take in the port, as TCP or as any protocol? */
export function takesPort({ ports }: Connection, port: number): boolean {
  return ports.some(({ protocol, from, to }) => protocol !== 'icmp' && from <= port && port <= to);
}
