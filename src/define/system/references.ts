import type { ResourceId } from '../../model/id.ts';
import type { Resource } from '../../model/resource.ts';
import { refsOf, type Value } from '../../model/value.ts';

/** Who refers to whom by any property, both ways, as resource numbers in two flat arrays each way. */
export interface References {
  of(resource: number): readonly number[];
  to(resource: number): readonly number[];
}

export function createReferences(
  resources: readonly Resource[],
  numberOf: ReadonlyMap<ResourceId, number>,
): References {
  const from: number[] = [];
  const to: number[] = [];
  resources.forEach((resource, at) => {
    const seen = new Set<number>();
    const visit = (id: ResourceId) => {
      const target = numberOf.get(id);
      if (target === undefined || target === at || seen.has(target)) return;
      seen.add(target);
      from.push(at);
      to.push(target);
    };
    eachReference(resource.properties, visit);
    resource.dependsOn.forEach(visit);
  });
  const forward = compress(from, to, resources.length);
  const backward = compress(to, from, resources.length);
  return { of: forward, to: backward };
}

/** Calls `visit` for every resource that a value refers to. */
export function eachReference(value: Value, visit: (resource: ResourceId) => void): void {
  const open: Value[] = [value];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.kind === 'map') open.push(...next.entries.values());
    else if (next.kind === 'list') open.push(...next.items);
    else if (next.kind === 'choice') open.push(...next.options.map((option) => option.value));
    else for (const { resource } of refsOf(next)) visit(resource);
  }
}

/** Compressed rows: neighbours of `n` lie between `starts[n]` and `starts[n + 1]`. */
function compress(from: readonly number[], to: readonly number[], count: number): (row: number) => readonly number[] {
  const starts = new Uint32Array(count + 1);
  for (const row of from) starts[row + 1] = (starts[row + 1] ?? 0) + 1;
  for (let row = 0; row < count; row += 1) starts[row + 1] = (starts[row + 1] ?? 0) + (starts[row] ?? 0);
  const filled = starts.slice(0, count);
  const neighbours = new Uint32Array(from.length);
  from.forEach((row, edge) => {
    const slot = filled[row] ?? 0;
    neighbours[slot] = to[edge] ?? 0;
    filled[row] = slot + 1;
  });
  return (row) => Array.from(neighbours.subarray(starts[row], starts[row + 1]));
}
