import type { AccessRequest, Decision, OpenCondition } from '../../model/access.ts';
import type { ProofItem } from '../../model/attack.ts';
import type { Session } from '../../model/caller.ts';
import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import type { Portion } from '../../model/store-part.ts';
import type { Text } from '../../model/text.ts';

export type Allowed = Extract<ProofItem, { kind: 'allowed' }>;
export type Context = AccessRequest['context'];

/** What a principal wants to do: on a resource of ours, or on something new whose name he chooses. */
export interface Wish {
  readonly action: string;
  readonly on: Portion | '*';
  readonly resource: Text;
  readonly context?: Context;
  /** In which the principal acts; nothing is known of it when absent. */
  readonly session?: Session;
}

/** The premise that a principal may do something; undefined when he may not, or when it is only a guess. */
export function allowed(ask: Questions, principal: Resource, wish: Wish): Allowed | undefined {
  const { action, on, resource, context, session } = wish;
  const request: AccessRequest = {
    caller: { kind: 'resource', resource: principal.id, ...(session !== undefined && { session }) },
    action,
    resource,
    ...(on !== '*' && { on: on.id }),
    ...(context !== undefined && { context }),
  };
  const decision = ask.access.decide(request);
  if (!isUsable(decision)) return undefined;
  return { kind: 'allowed', principal: principal.id, action, ...saidOf(on), decision, request };
}

/** How a premise says what it is about. */
export function saidOf(on: Wish['on']): Pick<Allowed, 'on' | 'part'> {
  return on === '*' ? { on } : { on: on.id, ...(on.part !== undefined && { part: on.part }) };
}

/** All wishes granted, or undefined. */
function allAllowed(ask: Questions, principal: Resource, wishes: readonly Wish[]): readonly Allowed[] | undefined {
  const granted: Allowed[] = [];
  for (const wish of wishes) {
    const item = allowed(ask, principal, wish);
    if (item === undefined) return undefined;
    granted.push(item);
  }
  return granted;
}

/** The first set of wishes that is granted as a whole, the surest before the others. */
export function firstAllowed(
  ask: Questions,
  principal: Resource,
  sets: readonly (readonly Wish[])[],
): readonly Allowed[] | undefined {
  let open: readonly Allowed[] | undefined;
  for (const set of sets) {
    const granted = allAllowed(ask, principal, set);
    if (granted?.every(isSure)) return granted;
    open ??= granted;
  }
  return open;
}

export function isSure({ decision }: { readonly decision: Decision }): boolean {
  return decision.verdict === 'allow';
}

/**
 * Is the decision worth a step? A conditional one must cite what allows it and hang on conditions, not on a guess whether
 * a name that is not known means this resource: such guesses would lead from everybody to everything.
 */
export function isUsable(decision: Decision): boolean {
  return mayBeUsable(decision) && (decision.verdict === 'allow' || decision.allowedBy.length > 0);
}

/** `isUsable`, as far as it can be told without the statements. */
export function mayBeUsable({ verdict, conditions }: Pick<Decision, 'verdict' | 'conditions'>): boolean {
  if (verdict !== 'conditional') return verdict === 'allow';
  return !conditions.some((condition) => isGuess(condition) || condition.control === 'never');
}

function isGuess({ operator, control }: OpenCondition): boolean {
  return operator === 'matches' && control === 'unknown';
}

/** ARN of a resource, also where CloudFormation gives none. */
export function arnOf(resource: Resource): Text {
  return resource.arn ?? resource.name;
}
