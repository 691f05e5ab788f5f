import { isPrincipal, type Subject, subjectOf } from '../../../src/define/access/subject.ts';
import type { AccessRequest, Block, Decision, OpenCondition } from '../../../src/model/access.ts';
import { and, type Guard, guardKey, isPossible, or } from '../../../src/model/guard.ts';
import type { Resource } from '../../../src/model/resource.ts';
import { type Text, text, textKey } from '../../../src/model/text.ts';
import type { Asked } from './asked.ts';
import { type Chosen, choicesOf, narrowerResources } from './choices.ts';
import { evaluate, refused } from './evaluate.ts';
import { accountOfArn, partitionOfArn } from './match-arn.ts';
import { type Parties, type PoliciesInPlay, type PolicyShelf, policiesInPlay } from './policies-in-play.ts';
import { keyOf } from './request-keys.ts';

/**
 * Decides a request. What is up to the caller (which object, how the request is written) is decided as it suits him: when
 * one choice is allowed, the answer is that it is allowed, with the choice.
 */
export function decide(request: AccessRequest, on: Resource | undefined, shelf: PolicyShelf): Decision {
  const subject = subjectOf(request.caller, shelf.system);
  if (subject === undefined) return refused([{ kind: 'no-allow', because: 'it is not an identity that can ask' }]);
  if (subject.kind === 'federated' && !/^sts:AssumeRoleWith(WebIdentity|SAML)$/i.test(request.action))
    return refused([{ kind: 'no-allow', because: 'tokens of identity providers are only good for taking roles' }]);
  const decision = decideFor(request, on, subject, shelf);
  const point = request.through === undefined ? undefined : shelf.system.resource(request.through);
  if (point === undefined) return decision;
  const atPoint = { ...request, resource: throughArn(request.resource, on, point) };
  return bothAllow(decideFor(atPoint, point, subject, shelf), decision);
}

/** The request made ready once more, for looking at single statements; undefined for whoever cannot ask. */
export function askedBy(
  request: AccessRequest,
  on: Resource | undefined,
  shelf: PolicyShelf,
): { readonly asked: Asked; readonly policies: PoliciesInPlay } | undefined {
  const subject = subjectOf(request.caller, shelf.system);
  if (subject === undefined) return undefined;
  const parties = partiesOf(request, on, subject, shelf);
  return { asked: ask(request, new Map(), parties, shelf), policies: policiesInPlay(request, parties, shelf) };
}

function decideFor(request: AccessRequest, on: Resource | undefined, subject: Subject, shelf: PolicyShelf): Decision {
  const parties = partiesOf(request, on, subject, shelf);
  const policies = policiesInPlay(request, parties, shelf);
  const exists = and(...guardsOf(subject, on));
  const attempt = (resource: Text, chosen: Chosen): Attempt => {
    const asked = ask({ ...request, resource }, chosen, parties, shelf);
    return { asked, decision: evaluate(asked, policies, exists) };
  };
  return settle(request, exists, attempt);
}

interface Attempt {
  readonly asked: Asked;
  readonly decision: Decision;
}

function partiesOf(
  request: AccessRequest,
  on: Resource | undefined,
  subject: Subject,
  { system }: PolicyShelf,
): Parties {
  const ownedBy = on === undefined ? accountOfArn(request.resource) : system.deploymentOf(on.id).account;
  return { subject, on, ownedBy };
}

function ask(request: AccessRequest, chosen: Chosen, { subject, on, ownedBy }: Parties, shelf: PolicyShelf): Asked {
  const given = { request, chosen };
  const { options, system } = shelf;
  const partition = partitionOfArn(request.resource);
  return {
    subject,
    action: request.action,
    resource: request.resource,
    on,
    ownedBy,
    keyOf: (key) => keyOf(key, { given, subject, on, ownedBy, partition, system, options }),
    choices: new Map(),
    narrower: [],
  };
}

/**
 * What is asked for in the words of the access point: its ARN, and `/object/` with the key for objects.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html
 */
function throughArn(resource: Text, bucket: Resource | undefined, point: Resource): Text {
  const arn = point.arn ?? point.name;
  const own = bucket?.arn === undefined ? '' : textKey(bucket.arn);
  const isObject = own !== '' && textKey(resource).startsWith(`${own}/`);
  return isObject ? text(...arn, '/object', ...after(resource, bucket?.arn ?? [])) : arn;
}

/** What is left of a text behind another one that it begins with. */
function after(whole: Text, start: Text): Text {
  const last = whole[start.length - 1];
  const used = start.at(-1);
  const rest = whole.slice(start.length);
  return typeof last === 'string' && typeof used === 'string' ? text(last.slice(used.length), ...rest) : rest;
}

/** Both the access point and what lies behind it must let the request pass. */
function bothAllow(point: Decision, behind: Decision): Decision {
  const guard = and(point.guard, behind.guard);
  const blockedBy = [
    ...point.blockedBy.map((block): Block => ({ ...block, because: `at the access point: ${block.because}` })),
    ...behind.blockedBy,
  ];
  if (point.verdict === 'deny' || behind.verdict === 'deny') return refused(blockedBy);
  if (!isPossible(guard)) return refused([{ kind: 'access-point', because: 'the access point never exists with it' }]);
  return {
    verdict: point.verdict === 'allow' && behind.verdict === 'allow' ? 'allow' : 'conditional',
    conditions: [...point.conditions, ...behind.conditions],
    guard,
    allowedBy: [...point.allowedBy, ...behind.allowedBy],
    blockedBy: [],
  };
}

function guardsOf(subject: Subject, on: Resource | undefined): readonly Guard[] {
  const own = isPrincipal(subject) ? [subject.resource.guard] : [];
  return on === undefined ? own : [...own, on.guard];
}

type Try = (resource: Text, chosen: Chosen) => Attempt;

/** Tries what the caller can choose, until something is allowed wherever caller and resource exist. */
function settle(request: AccessRequest, exists: Guard, attempt: Try): Decision {
  const everywhere = guardKey(exists);
  const allowed: Decision[] = [];
  let best: Decision | undefined;
  for (const { decision, chosen } of triesOf(request, attempt)) {
    if (decision.verdict !== 'allow') best = better(best, decision);
    else {
      allowed.push({ ...decision, conditions: written(chosen) });
      if (guardKey(decision.guard) === everywhere) break;
    }
  }
  return joined(allowed) ?? best ?? refused([]);
}

interface Tried {
  readonly decision: Decision;
  readonly chosen: Chosen;
}

/** The request as it stands, then for single ones of the things that the resource text stands for. */
function* triesOf(request: AccessRequest, attempt: Try): Iterable<Tried> {
  const first = attempt(request.resource, new Map());
  const narrower = narrowerResources(first.asked);
  if (narrower.length === 0) yield* writtenTries(request.resource, first, attempt);
  else if (first.decision.verdict === 'allow') yield { decision: first.decision, chosen: new Map() };
  for (const resource of narrower) yield* writtenTries(resource, attempt(resource, new Map()), attempt);
}

/**
 * The request in all the ways that the caller can write it. As it stands it counts when it is decided, or when not all the
 * ways could be tried.
 */
function* writtenTries(resource: Text, { asked, decision }: Attempt, attempt: Try): Iterable<Tried> {
  const { rows, complete } = choicesOf(asked);
  if (decision.verdict === 'allow' || rows.length === 0 || !complete) yield { decision, chosen: new Map() };
  for (const chosen of rows) yield { decision: attempt(resource, chosen).decision, chosen };
}

/** Several answers that each hold under a guard, as one that holds under any of them. */
function joined(allowed: readonly Decision[]): Decision | undefined {
  const [first, ...rest] = allowed;
  return first === undefined ? undefined : { ...first, guard: or(first.guard, ...rest.map(({ guard }) => guard)) };
}

/** A conditional answer that hangs on less is better than one that hangs on more, and any is better than none. */
function better(left: Decision | undefined, right: Decision): Decision {
  if (left === undefined) return right;
  if (left.verdict === 'deny') return right.verdict === 'deny' ? left : right;
  if (right.verdict === 'deny') return left;
  const kept = right.conditions.length < left.conditions.length ? right : left;
  return { ...kept, guard: or(left.guard, right.guard) };
}

/** How the request has to be written. */
function written(chosen: Chosen): readonly OpenCondition[] {
  return [...chosen].map(([key, values]) =>
    values === 'absent'
      ? { key, operator: 'Null', values: [['true']], control: 'attacker' }
      : { key, operator: 'StringEquals', values, control: 'attacker' },
  );
}
