import { allTrue, anyTrue } from '../../catalog/combine-facts.ts';
import { answerWithoutDepth } from '../../catalog/policies-without-depth.ts';
import { reachableEndpoints, reachablePlacement, reachableType } from '../../catalog/reachable-type.ts';
import type { PublicAccessGate, Recovery } from '../../model/data-keeping.ts';
import type { AnswerOf, AnyDimension, Placement, Principal } from '../../model/dimension.ts';
import { bindFact, type Fact, given, mapFact, type NotApplicable, notApplicable, unknown } from '../../model/fact.ts';
import type { ResourceId } from '../../model/id.ts';
import type { Resource } from '../../model/resource.ts';
import type { Contribution, ResourceView, ServiceType } from '../../model/service.ts';
import type { Directory } from './resolve.ts';
import { viewOf } from './view.ts';

/** Dimensions whose answers are lists: what several resources say of one is put together. */
export const listDimensions: ReadonlySet<AnyDimension> = new Set<AnyDimension>([
  'runsAs',
  'endpoints',
  'logging',
  'secretsInClear',
  'software',
  'resourcePolicy',
  'identityPolicies',
  'trustPolicy',
  'permissionsBoundary',
  'sessionPolicies',
  'keyGrants',
  'keyAliases',
  'capacity',
  'memberOf',
  'network',
  'forwards',
  'protections',
  'controlPlane',
]);

/** What others say of a resource, by resource and dimension. */
export type Contributions = ReadonlyMap<ResourceId, ReadonlyMap<AnyDimension, readonly Contribution['fact'][]>>;

/** The answer of the type's knowledge, joined with what other resources contribute. */
export function answer<D extends AnyDimension>(
  resource: Resource,
  service: ServiceType | undefined,
  dimension: D,
  among: { readonly contributions: Contributions; readonly directory: Directory },
): Fact<AnswerOf<D>> {
  const own = ownAnswer(resource, service, dimension, among.directory);
  const others = (among.contributions.get(resource.id)?.get(dimension) ?? []) as readonly Fact<AnswerOf<D>>[];
  // A policy that another resource attaches is the whole policy of a type that states none itself.
  const isWhole =
    own.kind === 'unknown' && ((service === undefined && dimension === 'resourcePolicy') || own.leftToOthers);
  const [first, ...rest] = isWhole === true ? defaultsFirst(others) : [own, ...others];
  return rest.reduce((joined, other) => join(joined, other, dimension), first ?? own);
}

/** What somebody says counts more than what holds while nobody says it. */
function defaultsFirst<T>(facts: readonly Fact<T>[]): readonly Fact<T>[] {
  const isDefault = (fact: Fact<T>) => fact.kind === 'known' && fact.basis === 'default';
  return [...facts.filter(isDefault), ...facts.filter((fact) => !isDefault(fact))];
}

function ownAnswer<D extends AnyDimension>(
  resource: Resource,
  service: ServiceType | undefined,
  dimension: D,
  directory: Directory,
): Fact<AnswerOf<D>> {
  if (service === undefined) return shallowAnswer(viewOf(resource, directory), dimension);
  const found = answersOf(service).get(dimension) ?? hasNone(service);
  return typeof found === 'function'
    ? (found as (view: unknown) => Fact<AnswerOf<D>>)(viewOf(resource, directory))
    : (found as Fact<AnswerOf<D>>);
}

/** Of some types without knowledge in depth it is known which policy they have, or how they are reached. */
function shallowAnswer<D extends AnyDimension>(view: ResourceView, dimension: D): Fact<AnswerOf<D>> {
  const { type } = view.resource;
  const row = reachableType(type);
  const known =
    row === undefined
      ? undefined
      : dimension === 'endpoints'
        ? reachableEndpoints(view, row)
        : dimension === 'placement'
          ? reachablePlacement(view, row)
          : undefined;
  const policy = answerWithoutDepth(view, dimension);
  if (policy !== undefined) return policy;
  if (known !== undefined) return known as Fact<AnswerOf<D>>;
  return unknown(`no knowledge of ${type} in depth`, `knowledge of ${type} in the catalogue`);
}

const answersByService = new WeakMap<ServiceType, ReadonlyMap<string, unknown>>();

/** Every answer of a type by dimension: a function of the resource, or the reason why it does not apply. */
export function answersOf(service: ServiceType): ReadonlyMap<string, unknown> {
  const before = answersByService.get(service);
  if (before !== undefined) return before;
  const answers = new Map(Object.entries({ ...service.structure, ...service.facts }));
  answersByService.set(service, answers);
  return answers;
}

const absentByService = new WeakMap<ServiceType, NotApplicable>();

/** One object for each type, however many resources ask. */
function hasNone(service: ServiceType): NotApplicable {
  const before = absentByService.get(service) ?? notApplicable(`${service.title} has none`);
  absentByService.set(service, before);
  return before;
}

/** Lists are put together; of other answers the contributed one holds, since it was written for this purpose. */
function join<D extends AnyDimension>(
  own: Fact<AnswerOf<D>>,
  other: Fact<AnswerOf<D>>,
  dimension: D,
): Fact<AnswerOf<D>> {
  if (own.kind === 'not-applicable' || other.kind === 'not-applicable')
    return own.kind === 'not-applicable' ? other : own;
  if (dimension === 'principal') return joinPrincipals(own as Fact<Principal>, other as Fact<Principal>) as typeof own;
  if (dimension === 'settings') return joinSettings(own as Settings, other as Settings) as typeof own;
  if (dimension === 'recovery') return joinRecovery(own as Fact<Recovery>, other as Fact<Recovery>) as typeof own;
  if (dimension === 'placement') return joinPlacement(own as Fact<Placement>, other as Fact<Placement>) as typeof own;
  if (dimension === 'publicAccessGate')
    return joinGates(own as Fact<PublicAccessGate>, other as Fact<PublicAccessGate>) as typeof own;
  if (!listDimensions.has(dimension)) return other;
  const ownList = own as Fact<readonly unknown[]>;
  const otherList = other as Fact<readonly unknown[]>;
  // What others state is no default any more.
  if (ownList.kind === 'known' && ownList.basis === 'default' && ownList.assumes.length === 0)
    return mapFact(otherList, (right) => joinLists(ownList.value, right, dimension)) as Fact<AnswerOf<D>>;
  return bindFact(ownList, (left) => mapFact(otherList, (right) => joinLists(left, right, dimension))) as Fact<
    AnswerOf<D>
  >;
}

/** What others say of a user adds up: each access key is a resource of its own. */
function joinPrincipals(own: Fact<Principal>, other: Fact<Principal>): Fact<Principal> {
  return bindFact(own, (left) =>
    mapFact(other, (right) =>
      left.kind === 'user' && right.kind === 'user'
        ? {
            kind: 'user',
            accessKeys: left.accessKeys + right.accessKeys,
            loginProfile: left.loginProfile || right.loginProfile,
          }
        : left,
    ),
  );
}

/**
 * "Amazon S3 applies the most restrictive combination of the bucket-level and account-level settings."
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
 */
function joinGates(own: Fact<PublicAccessGate>, other: Fact<PublicAccessGate>): Fact<PublicAccessGate> {
  return bindFact(own, (left) => {
    // Nothing is left to block: whatever the account says settles nothing.
    if (left.blocksPublicPolicies && left.blocksPublicAcls && left.off === undefined) {
      // What AWS does by itself holds whatever the account says; an account that says it too has chosen it.
      const { byDefault: _, ...chosen } = left;
      return given(other.kind === 'known' && other.value.off === undefined ? chosen : left);
    }
    return mapFact(other, (right): PublicAccessGate => {
      const { off: offHere = [], ...rest } = left;
      const off = offHere.filter((name) => right.off?.includes(name) === true);
      return {
        ...rest,
        blocksPublicPolicies: left.blocksPublicPolicies || right.blocksPublicPolicies,
        blocksPublicAcls: left.blocksPublicAcls || right.blocksPublicAcls,
        ...(off.length > 0 && { off }),
      };
    });
  });
}

/** What others say of where it stands adds up within networks: each mount target is in a subnet of its own. */
function joinPlacement(own: Fact<Placement>, other: Fact<Placement>): Fact<Placement> {
  return bindFact(own, (left) =>
    mapFact(other, (right) =>
      left.zone === 'vpc' && right.zone === 'vpc'
        ? {
            ...left,
            ...right,
            subnets: [...new Set([...left.subnets, ...right.subnets])],
            securityGroups: [...new Set([...left.securityGroups, ...right.securityGroups])],
          }
        : right,
    ),
  );
}

type Settings = Fact<AnswerOf<'settings'>>;

/**
 * A setting that another resource states replaces the one of the same name; the others stay. Of the stages of an API the
 * weakest counts: requests that one limits come through another.
 */
function joinSettings(own: Settings, other: Settings): Settings {
  return bindFact(own, (left) =>
    mapFact(other, (right) => {
      const { throttled, deployed } = left;
      const both = {
        ...left,
        ...right,
        // One part is enough.
        ...(deployed !== undefined &&
          right.deployed !== undefined && { deployed: anyTrue([deployed, right.deployed]) }),
      };
      if (throttled === undefined || right.throttled === undefined) return both;
      return { ...both, throttled: allTrue([throttled, right.throttled]) };
    }),
  );
}

/** Backups that another resource makes are added to what the resource does itself; all else is its own. */
function joinRecovery(own: Fact<Recovery>, other: Fact<Recovery>): Fact<Recovery> {
  return bindFact(other, (right) => {
    if (right.backups === 'none' || right.backups === 'unsupported') return own;
    return mapFact(own, (left): Recovery => {
      const days = Math.max(left.retentionDays ?? 0, right.retentionDays ?? 0);
      const backups = left.backups === 'point-in-time' ? left.backups : right.backups;
      return { ...left, backups, ...(days > 0 && { retentionDays: days }) };
    });
  });
}

/** A way in that a part states replaces that which holds without it: they go by one name. */
function joinEndpoints(left: AnswerOf<'endpoints'>, right: AnswerOf<'endpoints'>): AnswerOf<'endpoints'> {
  const stated = new Set(right.flatMap(({ name }) => name ?? []));
  return [...left.filter(({ name, standsIn }) => standsIn !== true || !stated.has(name ?? '')), ...right];
}

/** Of the same log, one that is on replaces one that is off, and one that is off is told once. */
function joinLists(left: readonly unknown[], right: readonly unknown[], dimension: AnyDimension): readonly unknown[] {
  if (dimension === 'endpoints') return joinEndpoints(left as AnswerOf<'endpoints'>, right as AnswerOf<'endpoints'>);
  if (dimension !== 'logging') return [...left, ...right];
  const logs = [...left, ...right] as AnswerOf<'logging'>;
  return logs.filter((log, at) => {
    const alike = (other: (typeof logs)[number]) => other.what === log.what && other.name === log.name;
    return log.on || (!logs.some((other) => other.on && alike(other)) && logs.findIndex(alike) === at);
  });
}
