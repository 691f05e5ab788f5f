import { and, type Guard } from '../../model/guard.ts';
import type { AccessRequest, Decision, OpenCondition } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import type { Text } from '../../model/text.ts';
import type { Asked } from './asked.ts';
import { type Chosen, choicesOf, narrowerResources } from './choices.ts';
import { evaluate, refused } from './evaluate.ts';
import { accountOfArn } from './match-arn.ts';
import { type PolicyShelf, policiesInPlay } from './policies-in-play.ts';
import { keyOf } from './request-keys.ts';
import { type Subject, subjectOf } from './subject.ts';

/**
 * Decides a request. What is up to the caller (which object, how the request is written) is decided as it suits him: when
 * one choice is allowed, the answer is that it is allowed, with the choice.
 */
export function decide(request: AccessRequest, on: Resource | undefined, shelf: PolicyShelf): Decision {
  const subject = subjectOf(request.caller, shelf.system);
  if (subject === undefined) return refused([{ kind: 'no-allow', because: 'it is not an identity that can ask' }]);
  if (subject.kind === 'federated' && !/^sts:AssumeRoleWith(WebIdentity|SAML)$/i.test(request.action))
    return refused([{ kind: 'no-allow', because: 'tokens of identity providers are only good for taking roles' }]);
  const ownedBy = on === undefined ? accountOfArn(request.resource) : shelf.system.deploymentOf(on.id).account;
  const policies = policiesInPlay(request, { subject, on, ownedBy }, shelf);
  const exists = and(...guardsOf(subject, on));
  const attempt = (resource: Text, chosen: Chosen): Attempt => {
    const asked = ask({ ...request, resource }, chosen, { subject, on, ownedBy, shelf });
    return { asked, decision: evaluate(asked, policies, exists) };
  };
  return settle(request, attempt);
}

interface Attempt {
  readonly asked: Asked;
  readonly decision: Decision;
}

interface Parties {
  readonly subject: Subject;
  readonly on: Resource | undefined;
  readonly ownedBy: Text | undefined;
  readonly shelf: PolicyShelf;
}

function ask(request: AccessRequest, chosen: Chosen, { subject, on, ownedBy, shelf }: Parties): Asked {
  const given = { request, chosen };
  const { options, system } = shelf;
  return {
    subject,
    action: request.action,
    resource: request.resource,
    on,
    ownedBy,
    keyOf: (key) => keyOf(key, { given, subject, on, ownedBy, asOf: system.asOf, options }),
    choices: new Map(),
    narrower: [],
  };
}

function guardsOf(subject: Subject, on: Resource | undefined): readonly Guard[] {
  const own = subject.kind === 'role' || subject.kind === 'user' ? [subject.resource.guard] : [];
  return on === undefined ? own : [...own, on.guard];
}

/** Tries what the caller can choose, until something is allowed. */
function settle(request: AccessRequest, attempt: (resource: Text, chosen: Chosen) => Attempt): Decision {
  const first = attempt(request.resource, new Map());
  if (first.decision.verdict === 'allow') return first.decision;
  const narrower = narrowerResources(first.asked);
  const tries: readonly (readonly [Text, Attempt])[] =
    narrower.length === 0
      ? [[request.resource, first]]
      : narrower.map((resource) => [resource, attempt(resource, new Map())] as const);
  let best = tries[0]?.[1].decision ?? first.decision;
  for (const [resource, { asked, decision }] of tries) {
    if (decision.verdict === 'allow') return decision;
    for (const chosen of choicesOf(asked)) {
      const next = attempt(resource, chosen).decision;
      if (next.verdict === 'allow') return { ...next, conditions: written(chosen) };
      best = better(best, next);
    }
    best = better(best, decision);
  }
  return best;
}

/** A conditional answer that hangs on less is better than one that hangs on more, and any is better than none. */
function better(left: Decision, right: Decision): Decision {
  if (left.verdict === 'deny') return right.verdict === 'deny' ? left : right;
  if (right.verdict === 'deny') return left;
  return right.conditions.length < left.conditions.length ? right : left;
}

/** How the request has to be written. */
function written(chosen: Chosen): readonly OpenCondition[] {
  return [...chosen].map(([key, values]) =>
    values === 'absent'
      ? { key, operator: 'Null', values: [['true']], control: 'attacker' }
      : { key, operator: 'StringEquals', values, control: 'attacker' },
  );
}
