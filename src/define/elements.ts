import { resourceType } from '../catalog/resource-type.ts';
import type { BoundaryId, ElementId, ResourceId } from '../model/id.ts';
import { id } from '../model/id.ts';
import type { Resource } from '../model/resource.ts';
import type { ElementKind, ServiceModel } from '../model/service.ts';
import type { Element, Moved } from '../model/system.ts';
import { literalOf } from '../model/text.ts';
import type { ResourceBase } from './system/create-system.ts';

/** Where resources stand; see `createBoundaries`. */
export interface Placements {
  innermost(resource: ResourceId): BoundaryId;
  all(resource: ResourceId): readonly BoundaryId[];
}

/**
 * The parts of the diagram: every resource is an element, or a part of the one that it configures. A part whose owner is
 * not in the input stands as an element of its own, so that nothing is lost.
 */
export function createElements(
  base: ResourceBase,
  placements: Placements,
  moved: readonly Moved[],
): readonly Element[] {
  const former = formerNames(moved);
  const owners = ownersOf(base);
  const parts = new Map<ResourceId, ResourceId[]>();
  for (const resource of base.resources) {
    const owner = owners.get(resource.id) ?? resource.id;
    const group = parts.get(owner);
    if (group === undefined) parts.set(owner, [resource.id]);
    else group.push(resource.id);
  }
  return base.resources
    .filter((resource) => owners.get(resource.id) === undefined)
    .map((resource) => ({
      ...elementOf(resource, base, placements, parts.get(resource.id) ?? [resource.id]),
      aliases: [...resource.aliases, ...(former.get(resource.id) ?? []), ...(former.get(resource.address) ?? [])],
    }));
}

function elementOf(
  resource: Resource,
  base: ResourceBase,
  placements: Placements,
  resources: readonly ResourceId[],
): Omit<Element, 'aliases'> {
  const service = base.service(resource.type);
  const kind: ElementKind =
    service === undefined
      ? kindBySchema(resource.type)
      : service.element === 'part'
        ? (service.aloneAs ?? 'control')
        : service.element;
  const model: ServiceModel = service?.service ?? 'managed';
  return {
    id: id<ElementId>(resource.id),
    resource: resource.id,
    address: resource.address,
    type: resource.type,
    kind,
    name: literalOf(resource.name) ?? resource.address,
    guard: resource.guard,
    boundary: placements.innermost(resource.id),
    placements: placements.all(resource.id),
    resources: [resource.id, ...resources.filter((part) => part !== resource.id)],
    service: model,
    origin: resource.origin,
  };
}

/** What elements were called before, by what they are called today. */
function formerNames(moved: readonly Moved[]): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const { from, to } of moved) names.set(to, [...(names.get(to) ?? []), from]);
  return names;
}

/** Types without knowledge in depth: what AWS marks as stateful holds data, the rest is configuration. */
function kindBySchema(type: string): ElementKind {
  return resourceType(type)?.stateful === true ? 'data-store' : 'control';
}

/** For each part the resource of the element that it belongs to; parts of parts lead to the outermost. */
function ownersOf(base: ResourceBase): ReadonlyMap<ResourceId, ResourceId> {
  const direct = new Map<ResourceId, ResourceId>();
  for (const resource of base.resources) {
    const owner = ownerOf(resource, base);
    if (owner !== undefined) direct.set(resource.id, owner);
  }
  const owners = new Map<ResourceId, ResourceId>();
  for (const part of direct.keys()) {
    const root = rootOf(part, direct);
    if (root !== part) owners.set(part, root);
  }
  return owners;
}

function ownerOf(resource: Resource, base: ResourceBase): ResourceId | undefined {
  const service = base.service(resource.type);
  if (service?.element !== 'part') return undefined;
  for (const value of service.partOf?.(base.view(resource)) ?? []) {
    for (const target of base.resolve(value, resource.id)) {
      if (target.kind === 'resource' && target.resource.id !== resource.id) return target.resource.id;
    }
  }
  const types = service.ownedBy ?? [];
  return types.length === 0 ? undefined : referrerOf(resource, types, base);
}

/** The first by id of the resources of these types that refer to the part. */
function referrerOf(resource: Resource, types: readonly string[], base: ResourceBase): ResourceId | undefined {
  const owners = base.referrers(resource.id).filter((id) => types.includes(base.resource(id)?.type ?? ''));
  return [...owners].sort()[0];
}

/** Follows ownership outwards; a cycle ends at the part itself. */
function rootOf(part: ResourceId, direct: ReadonlyMap<ResourceId, ResourceId>): ResourceId {
  const seen = new Set<ResourceId>([part]);
  let here = part;
  for (let next = direct.get(here); next !== undefined; next = direct.get(here)) {
    if (seen.has(next)) return part;
    seen.add(next);
    here = next;
  }
  return here;
}
