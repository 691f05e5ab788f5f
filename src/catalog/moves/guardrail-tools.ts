import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { type Allowed, allowed } from './permission.ts';

/** Calls of who manages an organization, after which its policies limit an account no more, or no longer as they did. */
const managing: readonly string[] = [
  'organizations:DetachPolicy',
  'organizations:UpdatePolicy',
  'organizations:DisablePolicyType',
  'organizations:MoveAccount',
  'organizations:RemoveAccountFromOrganization',
];

/** The call by which an account takes itself out. */
const leaving = 'organizations:LeaveOrganization';

/** All of them. */
export const guardrailActions: readonly string[] = [...managing, leaving];

/** Somebody who may make such a call. */
export interface GuardrailTool {
  readonly principal: Resource;
  readonly item: Allowed;
  readonly provided: string;
  /** It frees the account of the principal, and no other. */
  readonly own: boolean;
}

/**
 * Who may take policies of the organization away. They are changed from the management account, or one that it has named for
 * that; which account that is, is not asked here. An account may leave by itself, when it can pay for itself.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_delegate_policies.html
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_accounts_leave-as-member.html
 */
export function guardrailTools(ask: Questions): readonly GuardrailTool[] {
  return [
    ...toolsBy(ask, managing, (principal) => ({
      own: false,
      provided: `the account of ${principal.address} manages the policies of the organization`,
    })),
    ...toolsBy(ask, [leaving], (principal) => ({
      own: true,
      provided: `the account of ${principal.address} can leave its organization`,
    })),
  ];
}

function toolsBy(
  ask: Questions,
  actions: readonly string[],
  told: (principal: Resource) => Pick<GuardrailTool, 'own' | 'provided'>,
): readonly GuardrailTool[] {
  const found = new Map<Resource, GuardrailTool>();
  for (const action of actions)
    for (const principal of ask.access.candidates(action)) {
      if (found.has(principal)) continue;
      const item = allowed(ask, principal, { action, on: '*', resource: ['*'] });
      if (item !== undefined) found.set(principal, { principal, item, ...told(principal) });
    }
  return [...found.values()];
}
