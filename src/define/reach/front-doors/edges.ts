import type { Forward } from '../../../model/dimension.ts';
import { casesOf } from '../../../model/fact.ts';
import { and, type Guard, isPossible } from '../../../model/guard.ts';
import type { ResourceId } from '../../../model/id.ts';
import type { Resource } from '../../../model/resource.ts';
import type { Value } from '../../../model/value.ts';
import type { ResourceBase } from '../../system/create-system.ts';

/** A hand-over of requests that the configuration states between two resources of the input. */
export interface Edge {
  readonly to: Resource;
  readonly forward: Forward;
  /** The resource that states it. */
  readonly by: Resource;
  readonly guard: Guard;
}

/** What brings something of the caller's: a request, or a message that the receiver works on. */
const carries: ReadonlySet<Forward['kind']> = new Set(['request', 'invoke', 'event']);

/** Whose requests go where, by the resource that hands them on. Linear in forwards. */
export function createEdges(base: ResourceBase): ReadonlyMap<ResourceId, readonly Edge[]> {
  const edges = new Map<ResourceId, Edge[]>();
  for (const resource of base.withAnswer('forwards')) {
    for (const { guard, fact } of casesOf(base.fact(resource.id, 'forwards'))) {
      if (fact.kind === 'unknown') continue;
      for (const forward of fact.value) {
        if (!carries.has(forward.kind)) continue;
        addEdges(base, edges, { stated: resource, forward, guard: and(guard, resource.guard) });
      }
    }
  }
  return edges;
}

function addEdges(
  base: ResourceBase,
  edges: Map<ResourceId, Edge[]>,
  at: { readonly stated: Resource; readonly forward: Forward; readonly guard: Guard },
): void {
  const { stated, forward, guard } = at;
  const ends = (value: Value) =>
    base.resolve(value, stated.id).flatMap((target) => (target.kind === 'resource' ? [target] : []));
  const starts =
    forward.from === undefined
      ? wholesOf(base, stated).map((id) => ({ id, guard }))
      : ends(forward.from).map((from) => ({ id: from.resource.id, guard: and(guard, from.guard) }));
  for (const { id, guard: when } of starts)
    for (const to of ends(forward.to)) {
      const both = and(when, to.guard);
      if (to.resource.id === id || !isPossible(both)) continue;
      const there = edges.get(id);
      const edge: Edge = { to: to.resource, forward, by: stated, guard: both };
      if (there === undefined) edges.set(id, [edge]);
      else there.push(edge);
    }
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
