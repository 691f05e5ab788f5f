import { lettingIn } from '../../../catalog/written-policy.ts';
import type { AccessRequest, Decision, OpenCondition } from '../../../model/access.ts';
import type { KeyValue } from '../../../model/caller.ts';
import type { Guard } from '../../../model/guard.ts';
import type { Resource } from '../../../model/resource.ts';
import type { Text } from '../../../model/text.ts';
import type { ActionName } from '../compile/action-matcher.ts';
import type { PolicyCode } from '../compile/policy-code.ts';
import type { CallerCode } from '../decide/caller.ts';
import type { KeyScope } from '../decide/key-rule.ts';
import type { Request } from '../decide/request.ts';
import type { TargetCode } from '../decide/target.ts';
import type { Effects } from './effects.ts';
import type { StatementForms } from './forms.ts';
import type { Sequences } from './numbers.ts';
import type { People, Person } from './people.ts';

/** What questions about all principals and resources ask of the engine that decides single requests. */
export interface SingleRequests {
  /** Decides it, as if somebody else with these policies had sent it. */
  decide(request: AccessRequest, caller?: CallerCode): Decision;
  /** The request as the statements see it, before anything is written into it. */
  request(request: AccessRequest): Request | undefined;
  /** The value of a condition key, by lower-case name, that the resource tells, whoever asks. */
  valueOn(name: string, on: { readonly resource: Text; readonly on: Resource }, asker: Person): KeyValue;
  /** For this action, resources with their own policies; undefined for one of which none means a role or a user. */
  policied(action: ActionName): (on: Resource) => TargetCode | undefined;
  /** The account that holds a resource. */
  ownerOf(on: Resource): Text;
  levels(person: Person): readonly (readonly PolicyCode[])[];
  /** Resource control policies on an account's resources for this action, for those whom they do not leave alone. */
  controls(owner: Text, action: ActionName): readonly PolicyCode[];
}

/** What is known whatever is asked: only the values that a question gives to condition keys make another one. */
export interface World {
  readonly single: SingleRequests;
  readonly people: People;
  readonly forms: StatementForms;
  readonly effects: Effects;
  readonly sequences: Sequences;
  readonly context: AccessRequest['context'];
  /** The policy of what is asked for lets in whoever asks. */
  readonly isOpened: boolean;
  scopeOf(name: string): KeyScope;
}

/** What holds of all principals and resources of a cell. */
export interface Outcome {
  readonly verdict: 'allow' | 'conditional';
  readonly conditions: readonly OpenCondition[];
  readonly guard: Guard;
}

/** The request of a person about a resource. */
export function requestBy(
  { context, isOpened }: World,
  person: Person,
  asked: { readonly action: ActionName; readonly resource: Text; readonly on: Resource },
): AccessRequest {
  const request = {
    caller: { kind: 'resource', resource: person.resource.id },
    action: asked.action.given,
    resource: asked.resource,
    on: asked.on.id,
  } as const;
  return {
    ...request,
    ...(context !== undefined && { context }),
    ...(isOpened && { supposing: { target: lettingIn(person.resource) } }),
  };
}
