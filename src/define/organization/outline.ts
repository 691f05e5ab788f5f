import type { PolicySource } from '../../model/policy.ts';
import type { AccountGuardrails, OrganizationPolicies } from '../access/access-options.ts';

/** An organization as far as it matters for access: its accounts, and the policies at each level above them. */
export interface OrganizationOutline {
  /** `o-…` */
  readonly id?: string;
  /** Twelve digits. */
  readonly management?: string;
  readonly accounts: readonly OrganizationAccount[];
}

export interface OrganizationAccount {
  /** Twelve digits. */
  readonly account: string;
  /** From the root over the organizational units to the account itself. */
  readonly levels: readonly OrganizationLevel[];
  /** `o-…/r-…/ou-…/`, when all ids on the way are known. */
  readonly path?: string;
}

/** What is attached to a root, an organizational unit or an account. Undefined: policies of this kind are not in use. */
export interface OrganizationLevel {
  readonly serviceControl: readonly PolicySource[] | undefined;
  readonly resourceControl: readonly PolicySource[] | undefined;
}

/** The outline in the words of the access engine; the key of an account that is known is its number. */
export function organizationPolicies({ id, management, accounts }: OrganizationOutline): OrganizationPolicies {
  const guardrails = accounts.map(({ account, levels, path }): readonly [string, AccountGuardrails] => [
    account,
    {
      management: account === management,
      serviceControl: levels.flatMap(({ serviceControl }) => (serviceControl === undefined ? [] : [serviceControl])),
      resourceControl: levels.flatMap(({ resourceControl }) =>
        resourceControl === undefined ? [] : [resourceControl],
      ),
      ...(path !== undefined && { path }),
    },
  ]);
  return { ...(id !== undefined && { id }), accounts: new Map(guardrails) };
}
