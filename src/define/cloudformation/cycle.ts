import type { ResourceId } from '../../model/id.ts';
import type { Resource } from '../../model/resource.ts';
import { refsOf, type Value } from '../../model/value.ts';
import { report, type Scope } from './scope.ts';

/** Reports resources that need each other: CloudFormation refuses such a template. Conditional references are not counted. */
export function reportCycles(resources: readonly Resource[], scope: Scope) {
  const byId = new Map(resources.map((resource) => [resource.id, resource]));
  const needs = (resource: Resource): readonly Resource[] => {
    const ids = new Set<ResourceId>(resource.dependsOn);
    collect(resource.properties, ids);
    return [...ids].flatMap((id) => byId.get(id) ?? []);
  };
  for (const circle of circles(resources, needs)) {
    const [first] = circle;
    if (first === undefined) continue;
    const names = circle.map((resource) => resource.address).join(', ');
    report(
      scope,
      'error',
      'cyclic-reference',
      `resources need each other in a circle: ${names}; CloudFormation refuses this, break the circle`,
      first.origin,
    );
  }
}

function collect(value: Value, into: Set<ResourceId>) {
  if (value.kind === 'map') for (const entry of value.entries.values()) collect(entry, into);
  else if (value.kind === 'list') for (const item of value.items) collect(item, into);
  else for (const ref of refsOf(value)) into.add(ref.resource);
}

interface Visit {
  readonly resource: Resource;
  readonly next: Iterator<Resource>;
}

/** Strongly connected components of more than one resource, and self-loops (Tarjan's algorithm, without recursion). */
function circles(
  resources: readonly Resource[],
  needs: (resource: Resource) => readonly Resource[],
): readonly (readonly Resource[])[] {
  const order = new Map<Resource, number>();
  const low = new Map<Resource, number>();
  const open: Resource[] = [];
  const isOpen = new Set<Resource>();
  const found: Resource[][] = [];
  const selfish = new Set<Resource>();
  const stack: Visit[] = [];
  const lower = (resource: Resource, value: number) => low.set(resource, Math.min(low.get(resource) ?? value, value));
  const enter = (resource: Resource) => {
    order.set(resource, order.size);
    low.set(resource, order.size - 1);
    open.push(resource);
    isOpen.add(resource);
    stack.push({ resource, next: needs(resource)[Symbol.iterator]() });
  };
  const leave = (resource: Resource) => {
    stack.pop();
    const above = stack.at(-1)?.resource;
    if (above !== undefined) lower(above, low.get(resource) ?? 0);
    if (low.get(resource) !== order.get(resource)) return;
    const members = open.splice(open.lastIndexOf(resource));
    for (const member of members) isOpen.delete(member);
    if (members.length > 1 || selfish.has(resource)) found.push(members);
  };
  for (const start of resources) {
    if (!order.has(start)) enter(start);
    for (let visit = stack.at(-1); visit !== undefined; visit = stack.at(-1)) {
      const { value: needed } = visit.next.next();
      if (needed === undefined) leave(visit.resource);
      else if (!order.has(needed)) enter(needed);
      else if (isOpen.has(needed)) {
        lower(visit.resource, order.get(needed) ?? 0);
        if (needed === visit.resource) selfish.add(needed);
      }
    }
  }
  return found;
}
