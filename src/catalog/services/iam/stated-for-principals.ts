import { type Fact, given } from '../../../model/fact.ts';
import type { PolicySource } from '../../../model/policy.ts';
import type { Contribution, ResourceView } from '../../../model/service.ts';
import type { Value } from '../../../model/value.ts';
import { memberCases } from '../../guarded-members.ts';
import { readPolicies } from '../../read-policy.ts';
import { nameOf, under } from './attached-policies.ts';

/** Properties that name principals, with the type that each of them names. */
export const namedPrincipals = {
  Roles: 'AWS::IAM::Role',
  RoleName: 'AWS::IAM::Role',
  Users: 'AWS::IAM::User',
  UserName: 'AWS::IAM::User',
  Groups: 'AWS::IAM::Group',
  GroupName: 'AWS::IAM::Group',
} as const;

/** The policy as an answer of its own, for what asks policies whose holders are not in the input. */
export function ownStatements(view: ResourceView, kind: 'inline' | 'managed'): Fact<readonly PolicySource[]> {
  const name = nameOf(view.read(kind === 'managed' ? 'ManagedPolicyName' : 'PolicyName')) ?? view.resource.address;
  return given(
    readPolicies(view.read('PolicyDocument')).map(
      (document): PolicySource => ({
        name,
        kind,
        statedBy: view.resource.id,
        document,
      }),
    ),
    [view.origin()],
  );
}

/** What a policy that stands by itself says for the principals that the given properties name. */
export function policyForPrincipals(
  view: ResourceView,
  kind: 'inline' | 'managed',
  properties: readonly (keyof typeof namedPrincipals)[],
): readonly Contribution[] {
  const name = nameOf(view.read(kind === 'managed' ? 'ManagedPolicyName' : 'PolicyName')) ?? view.resource.address;
  const documents = readPolicies(view.read('PolicyDocument'));
  return properties.flatMap((property) =>
    memberCases(view, property).map(({ guard, value }): Contribution => {
      const sources = documents.flatMap((document): readonly PolicySource[] =>
        under(view.resource.guard, { name, kind, statedBy: view.resource.id, document }).flatMap((source) =>
          under(guard, source),
        ),
      );
      return {
        to: value,
        types: [namedPrincipals[property]],
        dimension: 'identityPolicies',
        fact: given(sources, [view.origin()]),
      };
    }),
  );
}

/** The principals that the given properties name, so that a policy is drawn as a part of the first of them. */
export function principalsNamed(
  view: ResourceView,
  properties: readonly (keyof typeof namedPrincipals)[],
): readonly Value[] {
  return properties.flatMap((property) => memberCases(view, property).map(({ value }) => value));
}
