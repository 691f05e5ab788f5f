import type { Forward } from '../../../model/entry.ts';
import { casesOf } from '../../../model/fact.ts';
import { always, and, type Guard, isPossible } from '../../../model/guard.ts';
import type { ResourceId } from '../../../model/id.ts';
import type { Resource } from '../../../model/resource.ts';
import type { Value } from '../../../model/value.ts';
import type { ResourceBase } from '../../system/create-system.ts';
import { createTurns } from './turns.ts';

/** A hand-over of requests that the configuration states between two resources of the input. */
export interface Edge {
  readonly to: Resource;
  readonly forward: Forward;
  /** The resource that states it. */
  readonly by: Resource;
  /** What opens the connection in the sender's stead. */
  readonly through?: Resource;
  readonly guard: Guard;
  /** The input that would tell whether anything comes to it: what has its turn before may answer everything. */
  readonly doubt?: string;
}

/** What brings something of the caller's: a request, or a message that the receiver works on. */
const carries: ReadonlySet<Forward['kind']> = new Set(['request', 'invoke', 'event']);

/** Whose requests go where, by the resource that hands them on. Linear in forwards. */
export function createEdges(base: ResourceBase): ReadonlyMap<ResourceId, readonly Edge[]> {
  const edges = new Map<ResourceId, Edge[]>();
  const reached = createTurns(base);
  for (const resource of base.withAnswer('forwards')) {
    for (const { guard, fact } of casesOf(base.fact(resource.id, 'forwards'))) {
      if (fact.kind === 'unknown') continue;
      for (const forward of fact.value) {
        if (!carries.has(forward.kind)) continue;
        const { guard: when, doubt } = reached(resource);
        const both = and(guard, resource.guard, when);
        if (isPossible(both))
          addEdges(base, edges, { stated: resource, forward, guard: both, ...(doubt !== undefined && { doubt }) });
      }
    }
  }
  return edges;
}

function addEdges(
  base: ResourceBase,
  edges: Map<ResourceId, Edge[]>,
  at: { readonly stated: Resource; readonly forward: Forward; readonly guard: Guard; readonly doubt?: string },
): void {
  const { stated, forward, guard, doubt } = at;
  const from = startsOf(base, at);
  for (const way of waysOf(base, stated, forward))
    for (const start of from) {
      const when = and(guard, start.guard, way.guard);
      if (way.to.id === start.id || !isPossible(when)) continue;
      const edge: Edge = {
        ...way,
        to: receiver(base, way.to),
        forward,
        by: stated,
        guard: when,
        ...(doubt !== undefined && { doubt }),
      };
      const there = edges.get(start.id);
      if (there === undefined) edges.set(start.id, [edge]);
      else there.push(edge);
    }
}

/** Where it starts: at the resource that states it, unless this one states it of two others. */
function startsOf(
  base: ResourceBase,
  { stated, forward }: { readonly stated: Resource; readonly forward: Forward },
): readonly { readonly id: ResourceId; readonly guard: Guard }[] {
  if (forward.from === undefined) return wholesOf(base, stated).map((id) => ({ id, guard: always }));
  return endsOf(base, forward.from, stated).map(({ resource, guard }) => ({ id: resource.id, guard }));
}

/** Where it may lead, and through what. */
function waysOf(
  base: ResourceBase,
  stated: Resource,
  { to, through }: Forward,
): readonly Pick<Edge, 'to' | 'through' | 'guard'>[] {
  const links = through === undefined ? [] : endsOf(base, through, stated);
  return endsOf(base, to, stated).flatMap(({ resource, guard }): readonly Pick<Edge, 'to' | 'through' | 'guard'>[] => {
    if (links.length === 0) return [{ to: resource, guard }];
    return links.map((link) => ({ to: resource, through: link.resource, guard: and(guard, link.guard) }));
  });
}

function endsOf(base: ResourceBase, value: Value, from: Resource) {
  return base.resolve(value, from.id).flatMap((target) => (target.kind === 'resource' ? [target] : []));
}

/** What a part receives, the element that it belongs to receives: a request to a listener is one to its load balancer. */
function receiver(base: ResourceBase, part: Resource): Resource {
  const whole = wholesOf(base, part).at(-1);
  return (whole === undefined ? undefined : base.resource(whole)) ?? part;
}

/** A resource and what it is a part of: a method hands on what its API receives. */
export function wholesOf(base: ResourceBase, resource: Resource): readonly ResourceId[] {
  const found = new Set<ResourceId>();
  const open = [resource];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next.id)) continue;
    found.add(next.id);
    const service = base.service(next.type);
    if (service?.element !== 'part') continue;
    for (const value of service.partOf?.(base.view(next)) ?? [])
      for (const target of base.resolve(value, next.id)) if (target.kind === 'resource') open.push(target.resource);
  }
  return [...found];
}
