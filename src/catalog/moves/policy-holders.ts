import { casesOf } from '../../model/fact.ts';
import type { ResourceId } from '../../model/id.ts';
import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { remembered } from './remembered.ts';

type Holders = ReadonlyMap<ResourceId, readonly Resource[]>;

/** Users in the group. */
export function membersOf(ask: Questions, group: Resource): readonly Resource[] {
  return members(ask).get(group.id) ?? [];
}

/** Principals for which a managed policy speaks, their own or by a group. */
export function principalsUnder(ask: Questions, policy: Resource): readonly Resource[] {
  return under(ask).get(policy.id) ?? [];
}

/** Principals whose permissions boundary it is. */
export function principalsBoundBy(ask: Questions, policy: Resource): readonly Resource[] {
  return bound(ask).get(policy.id) ?? [];
}

/** Groups that a user is in. */
export function groupsOf(ask: Questions, user: ResourceId): readonly ResourceId[] {
  return casesOf(ask.system.fact(user, 'memberOf')).flatMap(({ fact }) =>
    fact.kind === 'unknown'
      ? []
      : fact.value
          .flatMap((value) => ask.system.resolve(value, user, ['AWS::IAM::Group']))
          .flatMap((end) => (end.kind === 'resource' ? [end.resource.id] : [])),
  );
}

/** The roles that IAM Identity Center makes of a permission set: each says that it hangs on it. */
export function rolesOfSet(ask: Questions, set: Resource): readonly Resource[] {
  return ofSets(ask).get(set.id) ?? [];
}

const ofSets = remembered((ask): Holders => byHolder(ask, ({ dependsOn }) => dependsOn));

const members = remembered((ask): Holders => byHolder(ask, ({ id }) => groupsOf(ask, id)));

const under = remembered(
  (ask): Holders =>
    byHolder(ask, ({ id }) =>
      ask.access.policiesOf(id).flatMap(({ kind, statedBy }) => (kind === 'managed' ? (statedBy ?? []) : [])),
    ),
);

const bound = remembered(
  (ask): Holders =>
    byHolder(ask, ({ id }) =>
      casesOf(ask.system.fact(id, 'permissionsBoundary')).flatMap(({ fact }) =>
        fact.kind === 'unknown' ? [] : fact.value.flatMap(({ statedBy }) => statedBy ?? []),
      ),
    ),
);

/** Principals by the resources that `held` lists for each of them. */
function byHolder(ask: Questions, held: (principal: Resource) => readonly ResourceId[]): Holders {
  const result = new Map<ResourceId, Resource[]>();
  for (const principal of ask.access.principals())
    for (const id of new Set(held(principal))) {
      const there = result.get(id);
      if (there === undefined) result.set(id, [principal]);
      else there.push(principal);
    }
  return result;
}
