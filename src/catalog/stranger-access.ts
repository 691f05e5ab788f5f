import type { Decision } from '../model/access.ts';
import type { Caller } from '../model/caller.ts';
import { always, and, isPossible } from '../model/guard.ts';
import type { Questions } from '../model/questions.ts';
import type { Resource } from '../model/resource.ts';
import type { Text } from '../model/text.ts';
import { dataArn } from './data-arn.ts';

/** What a stranger may do with a resource's data, with the decision that says so. */
export interface StrangerAccess {
  readonly who: 'anyone on the internet' | 'any AWS account';
  readonly action: string;
  readonly decision: Decision;
}

const strangers: readonly { readonly who: StrangerAccess['who']; readonly caller: Caller }[] = [
  { who: 'anyone on the internet', caller: { kind: 'anonymous' } },
  { who: 'any AWS account', caller: { kind: 'any-aws-account' } },
];

/**
 * The first of the actions that strangers may use on the resource, the widest circle first. A `conditional` decision is
 * returned only when no action is allowed outright.
 */
export function strangerAccess(
  ask: Questions,
  resource: Resource,
  actions: readonly string[],
  /** What is asked for; the data in it when not said. */
  arn?: Text,
): StrangerAccess | undefined {
  let conditional: StrangerAccess | undefined;
  for (const { who, caller } of strangers) {
    for (const action of actions) {
      const decision = ask.access.decide({
        caller,
        action,
        resource: arn ?? dataArn(resource, action),
        on: resource.id,
      });
      if (decision.verdict === 'deny' || !isPossible(and(decision.guard, always))) continue;
      if (decision.verdict === 'allow') return { who, action, decision };
      conditional ??= { who, action, decision };
    }
  }
  return conditional;
}
