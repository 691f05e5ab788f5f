import { casesOf } from '../model/fact.ts';
import { and, type Guard, isPossible } from '../model/guard.ts';
import type { ResourceId } from '../model/id.ts';
import type { System, Target } from '../model/questions.ts';
import type { Resource } from '../model/resource.ts';
import type { Value } from '../model/value.ts';

type Directory = Pick<System, 'resolve' | 'fact'>;

const roleTypes: readonly string[] = ['AWS::IAM::Role', 'AWS::IAM::ServiceLinkedRole', 'AWS::IAM::InstanceProfile'];

/** A role that a workload gets credentials of, and what for. */
export interface WorkloadRole {
  readonly role: Resource;
  readonly purpose: 'workload' | 'service';
  readonly guard: Guard;
}

/**
 * The roles that a reference means: a role itself, or those that an instance profile carries. A role outside of the input
 * is `external`, one that cannot be told is `unknown` with the input that would settle it.
 */
export function rolesMeant(system: Directory, value: Value, from: ResourceId): readonly Target[] {
  return system.resolve(value, from, roleTypes).flatMap((target) => {
    if (target.kind !== 'resource' || target.resource.type !== 'AWS::IAM::InstanceProfile') return [target];
    const profile = target.resource.id;
    return casesOf(system.fact(profile, 'runsAs')).flatMap((option) =>
      option.fact.kind === 'unknown'
        ? []
        : option.fact.value
            .flatMap(({ role }) => system.resolve(role, profile, roleTypes))
            .map((inner): Target => ({ ...inner, guard: and(target.guard, option.guard, inner.guard) }))
            .filter(({ guard }) => isPossible(guard)),
    );
  });
}

/** The roles of the system that a resource acts as, from its `runsAs` answer, each once per guard. */
export function rolesOf(system: Directory, workload: ResourceId): readonly WorkloadRole[] {
  return casesOf(system.fact(workload, 'runsAs')).flatMap(({ guard, fact }) =>
    fact.kind === 'unknown'
      ? []
      : fact.value.flatMap(({ role, purpose }) =>
          rolesMeant(system, role, workload).flatMap((target): readonly WorkloadRole[] => {
            const both = and(guard, target.guard);
            return target.kind === 'resource' && isPossible(both)
              ? [{ role: target.resource, purpose, guard: both }]
              : [];
          }),
        ),
  );
}
