import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { type Allowed, allowed } from './permission.ts';

/** Calls after which a service control policy limits nobody, or no longer what it did. */
export const guardrailActions: readonly string[] = ['organizations:DetachPolicy', 'organizations:UpdatePolicy'];

/** Somebody who may make such a call. */
export interface GuardrailTool {
  readonly principal: Resource;
  readonly item: Allowed;
  readonly provided: string;
}

/**
 * Who may take service control policies away. They are changed from the management account, or one that it has named for
 * that; which account that is, is not asked here.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_delegate_policies.html
 */
export function guardrailTools(ask: Questions): readonly GuardrailTool[] {
  const found = new Map<Resource, GuardrailTool>();
  for (const action of guardrailActions)
    for (const principal of ask.access.candidates(action)) {
      if (found.has(principal)) continue;
      const item = allowed(ask, principal, { action, on: '*', resource: ['*'] });
      const provided = `the account of ${principal.address} manages the policies of the organization`;
      if (item !== undefined) found.set(principal, { principal, item, provided });
    }
  return [...found.values()];
}
