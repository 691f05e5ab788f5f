import type { AccessRequest, Decision, OpenCondition } from '../../../model/access.ts';
import { type Guard, guardKey, or } from '../../../model/guard.ts';
import type { Text } from '../../../model/text.ts';
import { picksOf, writingsOf } from './attempts.ts';
import type { Request, Written } from './request.ts';
import { refusal } from './verdict.ts';

/** One look at a request: with this resource, written like this. */
export interface Attempt {
  readonly request: Request;
  readonly decision: Decision;
}

export type Attempting = (resource: Text, written: Written) => Attempt;

const asItStands: Written = new Map();

/**
 * Decides a request. What is up to the caller (which object, how it is written) is decided as it suits him: when one choice
 * is allowed, the answer is that it is allowed, with the choice.
 */
export function settle(given: AccessRequest, exists: Guard, attempt: Attempting): Decision {
  const everywhere = guardKey(exists);
  const allowed: Decision[] = [];
  let best: Decision | undefined;
  const first = attempt(given.resource, asItStands);
  for (const { decision, written } of tries(given, first, attempt)) {
    // What is refused whatever is open stays refused, however it is written.
    if (first.decision.verdict === 'deny') return decision;
    if (decision.verdict !== 'allow') best = better(best, decision);
    else {
      allowed.push(
        written.size === 0 && decision.conditions.length === 0
          ? decision
          : { ...decision, conditions: asConditions(written) },
      );
      if (guardKey(decision.guard) === everywhere) break;
    }
  }
  const [choice, ...others] = allowed;
  if (choice === undefined) return best ?? refusal([]);
  return others.length === 0 ? choice : { ...choice, guard: or(choice.guard, ...others.map(({ guard }) => guard)) };
}

interface Try {
  readonly decision: Decision;
  readonly written: Written;
}

/** The request as it stands, then for single ones of the things that its resource stands for. */
function* tries({ resource }: AccessRequest, first: Attempt, attempt: Attempting): Generator<Try> {
  const picks = picksOf(first.request);
  if (picks.length === 0) yield* writings(resource, first, attempt);
  else if (first.decision.verdict === 'allow') yield { decision: first.decision, written: asItStands };
  for (const pick of picks) yield* writings(pick, attempt(pick, asItStands), attempt);
}

/** In all the ways in which it can be written; as it stands only when that decides it, or when not all could be tried. */
function* writings(resource: Text, { request, decision }: Attempt, attempt: Attempting): Generator<Try> {
  const { rows, complete } = writingsOf(request);
  if (decision.verdict === 'allow' || rows.length === 0 || !complete) yield { decision, written: asItStands };
  for (const written of rows) yield { decision: attempt(resource, written).decision, written };
}

/** What hangs on less is better than what hangs on more, and anything is better than a refusal. */
function better(known: Decision | undefined, next: Decision): Decision {
  if (known === undefined || known.verdict === 'deny')
    return known === undefined || next.verdict !== 'deny' ? next : known;
  if (next.verdict === 'deny') return known;
  const kept = next.conditions.length < known.conditions.length ? next : known;
  return { ...kept, guard: or(known.guard, next.guard) };
}

/** How the request has to be written. */
function asConditions(written: Written): readonly OpenCondition[] {
  return [...written].map(([key, values]) => {
    const missing = values === 'absent';
    return {
      key,
      operator: missing ? 'Null' : 'StringEquals',
      values: missing ? [['true']] : values,
      control: 'attacker',
    };
  });
}
