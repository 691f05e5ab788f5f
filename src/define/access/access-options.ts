import type { ManagedPolicies } from '../../catalog/managed-policies.ts';
import type { PolicySource } from '../../model/policy.ts';
import type { System } from '../../model/questions.ts';

/** What the IAM engine asks of the system. */
export type AccessSystem = Pick<
  System,
  'resource' | 'fact' | 'withAnswer' | 'deploymentOf' | 'resolve' | 'service' | 'asOf'
>;

/** What an organization lays on the accounts of the system, when an input gives it. */
export interface OrganizationPolicies {
  /** `o-…`, when it is known. */
  readonly id?: string;
  /** By the key (`textKey`) of the account. */
  readonly accounts: ReadonlyMap<string, AccountGuardrails>;
}

/**
 * One entry for each level from the root to the account: at each of them one of the policies must allow.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html
 */
export interface AccountGuardrails {
  /** Neither kind of policy restricts the management account. */
  readonly management: boolean;
  readonly serviceControl: readonly (readonly PolicySource[])[];
  readonly resourceControl: readonly (readonly PolicySource[])[];
  /** `o-…/r-…/ou-…/`: what `aws:PrincipalOrgPaths` says of its principals, when it is known. */
  readonly path?: string;
}

export interface AccessOptions {
  readonly organization?: OrganizationPolicies;
}

export type { ManagedPolicies };
