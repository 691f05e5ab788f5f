import type { CitedStatement } from '../../model/access.ts';
import type { ProofItem } from '../../model/attack.ts';
import type { Change, GuardedAccounts } from '../../model/choke-points.ts';
import { id, type MitigationId, type ResourceId } from '../../model/id.ts';
import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import type { MapValue, Value } from '../../model/value.ts';
import type { Need } from './needs.ts';
import type { Right } from './rights.ts';
import { sourceText } from './source-text.ts';
import { absentAt, findStated, type Place, partAt, type Stated, statedIn, withPart } from './stated.ts';

/** A premise that rests on policy statements. */
export type Granted = Extract<ProofItem, { readonly decision: unknown }>;

/** What changes are made from. */
export interface ChangeContext {
  /** The model of the system as it is. */
  readonly ask: Questions;
  readonly needs: readonly Need[];
  readonly guarded: GuardedAccounts;
  resource(id: string): Resource | undefined;
  effortOf(control: string): number;
  /** Needs that a statement serves, by its key, and the rights that these are. */
  needsBy(statement: string): readonly Need[];
  rightsBy(statement: string): readonly Right[];
}

/** Looks everything up once for a system. */
export function changeContext(
  ask: Questions,
  needs: readonly Need[],
  effortOf: ReadonlyMap<string, number>,
): ChangeContext {
  const byStatement = new Map<string, Need[]>();
  const resource = (wanted: string) => ask.system.resource(id<ResourceId>(wanted));
  for (const need of needs)
    for (const cited of need.right?.allowedBy ?? []) {
      const key = statementKey(cited, resource);
      if (key !== undefined) byStatement.set(key, [...(byStatement.get(key) ?? []), need]);
    }
  return {
    ask,
    needs,
    guarded: { service: new Set(), resource: new Set() },
    resource,
    effortOf: (control) => effortOf.get(control) ?? 3,
    needsBy: (statement) => byStatement.get(statement) ?? [],
    rightsBy: (statement) => (byStatement.get(statement) ?? []).flatMap(({ right }) => right ?? []),
  };
}

/**
 * Names a statement by where it stands: the same in the system as it is and in one with changes. Statements of policies
 * that AWS manages are named by their policy.
 */
export function statementKey(
  { policy, statement }: CitedStatement,
  resource: (id: ResourceId) => Resource | undefined,
): string | undefined {
  if (policy.statedBy === undefined) return `aws-managed ${policy.name}`;
  const holder = resource(policy.statedBy);
  const stated = holder === undefined ? undefined : findStated(holder, statement);
  return stated === undefined ? undefined : keyOfPlace(policy.statedBy, stated.place);
}

export function keyOfPlace(resource: ResourceId, place: Place): string {
  return `${resource} ${place.join('.')}`;
}

/** The statement at a place of the system as it is; undefined where a change put it there. */
export function statedAt(resource: Resource | undefined, place: Place): Stated | undefined {
  const wanted = place.join('.');
  return resource === undefined ? undefined : statedIn(resource).find((one) => one.place.join('.') === wanted);
}

/** A change of one part of a resource. */
export interface PartChange {
  readonly control: string;
  readonly title: string;
  readonly resource: Resource;
  readonly place: Place;
  /** In short what it is set to. */
  readonly value: string;
  /** Tells changes of one place apart. */
  readonly kind?: string;
  readonly loss: number;
  readonly hits: Change['hits'];
  edit(part: Value): Value;
}

/** The part as it is, edited, with both told; undefined when the edit changes nothing. */
export function changeOfPart(context: ChangeContext, part: PartChange): Change | undefined {
  const { control, title, resource, place, value, kind, loss, hits, edit } = part;
  const before = partAt(resource.properties, place) ?? absentAt(resource.properties);
  const words = (one: Value) => sourceText(one, resource, context.resource);
  const [was, is] = [words(before), words(edit(before))];
  if (was === is) return undefined;
  const property = place.join('.');
  return {
    id: id<MitigationId>(`${control}@${resource.id}#${property}${kind === undefined ? '' : ` ${kind}`}`),
    title,
    resource: resource.id,
    fix: { control, title, resource: resource.address, type: resource.type, property, value },
    patches: [{ property, before: was, after: is }],
    effort: context.effortOf(control),
    loss,
    origin: before.kind === 'absent' ? resource.origin : before.origin,
    hits,
    apply: (one) => ({ ...one, properties: withPart(one.properties, place, edit) }),
  };
}

/** A resource that goes as a whole. */
export function removalOf(
  context: ChangeContext,
  resource: Resource,
  how: Pick<PartChange, 'control' | 'title' | 'hits'>,
): Change {
  const { control, title, hits } = how;
  return {
    id: id<MitigationId>(`${control}@${resource.id}`),
    title,
    resource: resource.id,
    fix: { control, title, resource: resource.address, type: resource.type, property: '', value: 'removed' },
    patches: [{ property: '', before: sourceText(resource.properties, resource, context.resource), after: '' }],
    effort: context.effortOf(control),
    loss: 2,
    origin: resource.origin,
    hits,
    apply: () => undefined,
  };
}

/** A map value with one entry set, or taken out when it becomes absent. */
export function withEntry(map: Value, name: string, value: Value): Value {
  if (map.kind !== 'map') return map;
  const entries = new Map(map.entries);
  if (value.kind === 'absent') entries.delete(name);
  else entries.set(name, value);
  return { ...map, entries } satisfies MapValue;
}
