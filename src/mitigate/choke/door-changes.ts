import type { AttackPath, ProofItem } from '../../model/attack.ts';
import type { Change } from '../../model/choke-points.ts';
import { id, type MitigationId, type ResourceId } from '../../model/id.ts';
import type { Patch } from '../../model/mitigation.ts';
import type { Resource } from '../../model/resource.ts';
import type { ChangeContext } from './change-context.ts';
import { type Door, openDoors } from './doors.ts';
import { whoNeedsEntry } from './entry-needs.ts';
import { listed } from './right-changes.ts';
import { sourceText } from './source-text.ts';
import { partAt, withPart } from './stated.ts';
import type { FoundPremise } from './statement-uses.ts';

/** A front door, and what requests of strangers reach through it. */
interface Front {
  readonly front: Resource;
  readonly targets: ReadonlySet<ResourceId>;
}

/**
 * Front doors ask callers who they are: an authorizer that the API has, else a signature with AWS credentials, on every way that
 * leads to what attack paths go through. It shuts out callers who may be meant, of whom no configuration tells. So it is the last
 * resort, and nothing where the input names somebody who has to get in.
 */
export function doorChanges(premises: readonly FoundPremise[], context: ChangeContext): readonly Change[] {
  const fronts = new Map<ResourceId, Set<ResourceId>>();
  for (const { item } of premises) {
    const way = throughDoor(item, context);
    if (way === undefined) continue;
    fronts.set(way.front, (fronts.get(way.front) ?? new Set()).add(way.target));
  }
  return [...fronts].flatMap(([name, targets]) => {
    const front = context.resource(name);
    const make = (some: ReadonlySet<ResourceId>) =>
      front === undefined ? undefined : changeOf({ front, targets: some }, context);
    const all = make(targets);
    if (all === undefined) return [];
    const lesser = (paths: readonly AttackPath[]) => make(targetsIn(paths, name, context)) ?? all;
    return [{ ...all, lesser }];
  });
}

/** Whom a stranger's request comes to, and by which door: its own, or that of what hands it on. */
export function throughDoor(
  item: ProofItem,
  { resource }: Pick<ChangeContext, 'resource'>,
): { readonly front: ResourceId; readonly target: ResourceId } | undefined {
  if (item.kind !== 'reachable') return undefined;
  const front = item.from === 'internet' ? item.to : item.from;
  return resource(front) === undefined ? undefined : { front, target: item.to };
}

function targetsIn(paths: readonly AttackPath[], front: ResourceId, context: ChangeContext): ReadonlySet<ResourceId> {
  const ways = paths.flatMap(({ steps }) =>
    steps.flatMap(({ instance }) => instance.proof.flatMap((item) => throughDoor(item, context) ?? [])),
  );
  return new Set(ways.flatMap((way) => (way.front === front ? [way.target] : [])));
}

const control = 'authentication';

function changeOf({ front, targets }: Front, context: ChangeContext): Change | undefined {
  const found = [...targets].map((target) => ({ target, ways: openDoors(context.ask, front, target) }));
  const behind = new Set(found.flatMap(({ target, ways }) => (ways.length > 0 ? [target] : [])));
  const all = found.flatMap(({ ways }) => ways.map((door) => [`${door.part.id} ${door.name}`, door] as const));
  const doors = [...new Map(all).values()];
  const [first] = doors;
  if (first === undefined) return undefined;
  const asked = doors.some(({ by }) => by === undefined) ? 'signature' : 'token';
  if (whoNeedsEntry(context.ask, front, asked) !== undefined) return undefined;
  const patches = doors.flatMap((door) => patchesOf(door, context));
  const [patch, ...others] = patches;
  if (patch === undefined) return undefined;
  const by = asked === 'token' && first.by !== undefined ? first.by.address : 'AWS credentials (AWS_IAM)';
  const title = `Ask callers of ${listed(doors.map(({ name }) => name))} for ${asked === 'token' ? `what ${by} checks` : by}`;
  const { part } = first;
  const also = [...new Set(doors.map((door) => door.part))].filter((one) => one !== part);
  return {
    id: id<MitigationId>(`${control}@${part.id}#${patch.property} of ${front.address}`),
    title: doors.some(({ name }) => name === front.address) ? title : `${title}, ways into ${front.address}`,
    resource: part.id,
    fix: { control, title, resource: part.address, type: part.type, property: patch.property, value: by },
    patches: [patch, ...others],
    effort: context.effortOf(control),
    loss: 9,
    lastResort: true,
    origin: part.origin,
    hits: (item) => {
      const way = throughDoor(item, context);
      return way?.front === front.id && behind.has(way.target);
    },
    apply: (one) => closed(one, doors),
    also: also.map((one) => ({ resource: one.id, apply: (resource) => closed(resource, doors) })),
  };
}

/** The resource with its own doors of these closed. */
function closed(resource: Resource, doors: readonly Door[]): Resource {
  const sets = doors.flatMap((door) => (door.part.id === resource.id ? door.sets : []));
  const properties = sets.reduce((all, { place, value }) => withPart(all, place, () => value), resource.properties);
  return { ...resource, properties };
}

function patchesOf({ part, sets }: Door, { resource }: ChangeContext): readonly Patch[] {
  return sets.map(({ place, value }) => {
    const before = partAt(part.properties, place);
    return {
      resource: part.address,
      property: place.join('.'),
      before: before === undefined ? '' : sourceText(before, part, resource),
      after: sourceText(value, part, resource),
    };
  });
}
