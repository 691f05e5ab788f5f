import { isForOwnAccountOnly } from '../../../catalog/data/own-account-actions.ts';
import { acceptsUnsigned, throughUrl } from '../../../catalog/data/unsigned-requests.ts';
import type { Block, OpenCondition } from '../../../model/access.ts';
import { always, never } from '../../../model/guard.ts';
import { literalOf, sameText, type Text, textKey } from '../../../model/text.ts';
import { isWithoutAccount } from '../compile/arn-fields.ts';
import type { PolicyCode } from '../compile/policy-code.ts';
import { inAnyWay, type Meaning } from '../compile/principal-matcher.ts';
import { MAYBE, NO, type Tri, triOf, YES } from '../compile/three-valued.ts';
import { accountOf, isPrincipal } from '../subject.ts';
import { throughGate } from './gate.ts';
import { type Grant, grantOf, noGrant, type Speaking, speaking, surelySo } from './grant.ts';
import { openPart, type Request } from './request.ts';

/** Something that must allow a request, and what is said when it does not. */
export interface Need {
  readonly grant: Grant;
  readonly kind: Block['kind'];
  /** Said only of what is refused. */
  readonly because: () => string;
  /** Does it grant, rather than only limit what others grant? */
  readonly grants: boolean;
}

/** Needs that together allow a request. */
export type Route = readonly Need[];

/** Every route on which a request may be allowed, and grants that a gate stopped. */
export interface Routes {
  readonly routes: readonly Route[];
  readonly stopped: readonly Speaking[];
}

/**
 * Which policies must allow, by who asks and whose the resource is.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function routesOf(request: Request): Routes {
  const { subject } = request.caller;
  if (isPrincipal(subject)) return principalRoutes(request);
  if (subject.kind === 'anonymous' && !acceptsUnsigned(request.action.given, () => saysYes(request, throughUrl)))
    return { routes: [[unsigned]], stopped: [] };
  if (isForOwnAccountOnly(request.action.given)) return ownerRoutes(request);
  const { through, stopped } = granted(request, NO);
  const consent = consentOf(grantOf(through, inAnyWay), request);
  if (subject.kind !== 'account') return { routes: [[consent]], stopped };
  // An account may do everything with what it owns.
  return { routes: [[consent], [ownership(accountIs(subject.account, request), subject.account)]], stopped };
}

function saysYes(request: Request, key: string): boolean {
  const value = request.keyOf(key.toLowerCase(), key);
  return value.kind === 'values' && value.values.some((one) => literalOf(one) === 'true');
}

/** Of those who are no principals of the account: whoever holds all of it, and the services. */
function ownerRoutes(request: Request): Routes {
  const { subject } = request.caller;
  if (subject.kind === 'account')
    return { routes: [[ownership(accountIs(subject.account, request), subject.account)]], stopped: [] };
  if (subject.kind !== 'service') return { routes: [[fromOutside]], stopped: [] };
  const { through, stopped } = granted(request, NO);
  return { routes: [[consentOf(grantOf(through, inAnyWay), request)]], stopped };
}

function principalRoutes(request: Request): Routes {
  const own = ownNeeds(request);
  // An action that names no resource is asked of one's own account.
  if (request.resource.literal === '*') return { routes: [own], stopped: [] };
  const account = accountOf(request.caller.subject) ?? [];
  const same = sharesAccount(account, request);
  if (same === NO && isForOwnAccountOnly(request.action.given)) return { routes: [[fromOutside]], stopped: [] };
  const { through, stopped } = granted(request, same);
  const across: Route = [...own, consentOf(grantOf(through, inAnyWay), request)];
  if (request.target.rule === 'both') return { routes: [across], stopped };
  const trusted = through.filter((one) => isTrustedGrant(one, account));
  if (same === NO) return { routes: [across, ...(trusted.length === 0 ? [] : itself(request, own, trusted))], stopped };
  const within = routesWithin(request, own, through);
  if (same === YES) return { routes: within, stopped: [] };
  const ifSame = ownership(MAYBE, account);
  if (isForOwnAccountOnly(request.action.given)) return { routes: within.map((route) => [...route, ifSame]), stopped };
  const byGrant = trusted.length === 0 ? [] : itself(request, own, trusted);
  return { routes: [across, ...byGrant, ...within.map((route) => [...route, ifSame])], stopped };
}

/**
 * A grant that was made in the caller's own account needs no policy of his besides, whosever the key is: keys of others are
 * trusted "if a grant or IAM policy in your account allows you to use the KMS key". Service-linked roles use keys of other
 * accounts like that. https://docs.aws.amazon.com/kms/latest/developerguide/policy-evaluation.html
 */
function isTrustedGrant({ cited }: Speaking, account: Text): boolean {
  const issuer = cited?.policy.issuedBy;
  return issuer !== undefined && sameText(issuer, account) === 'yes';
}

/**
 * Within an account the identity policies are enough, and so is a resource policy that means the principal itself: for a
 * user or a session without any limit, for a role within boundary and session policy. Keys and trust policies must consent
 * to everything; where they name the account they leave it to the identity policies.
 */
function routesWithin(request: Request, own: Route, found: readonly Speaking[]): readonly Route[] {
  const byAccount = consentOf(
    grantOf(found, (meant) => meant.byAccount),
    request,
  );
  const byPolicies: Route = request.target.rule === 'any' ? own : [...own, byAccount];
  return [byPolicies, ...itself(request, own, found)];
}

/** What means the principal itself, alone. */
function itself(request: Request, own: Route, found: readonly Speaking[]): readonly Route[] {
  const consent = (way: (meant: Meaning) => Tri) => consentOf(grantOf(found, way), request);
  const limits = own.filter(({ grants }) => !grants);
  return [[consent(({ directly }) => directly)], [consent(({ asRole }) => asRole), ...limits]];
}

/** One of the identity policies must allow, and each of the limits. */
function ownNeeds(request: Request): Route {
  const { identity, boundary, session } = request.caller;
  const { given } = request.action;
  const bounded = boundary !== undefined;
  const allows = (policies: readonly PolicyCode[]) => grantOf(speaking(policies, 'Allow', request, bounded), inAnyWay);
  const needs: Need[] = [
    {
      grant: allows(identity),
      kind: 'no-allow',
      because: () => `no identity policy allows ${given} on it`,
      grants: true,
    },
  ];
  if (boundary !== undefined) {
    const because = () => `the permissions boundary ${namesOf(boundary)} does not allow ${given} on it`;
    needs.push({ grant: allows(boundary), kind: 'boundary', because, grants: false });
  }
  if (session !== undefined) {
    const because = () => `the session policy does not allow ${given} on it`;
    needs.push({ grant: allows(session), kind: 'session', because, grants: false });
  }
  return needs;
}

/** What people know the policies by. */
export function namesOf(policies: readonly PolicyCode[]): string {
  return [...new Set(policies.map(({ source }) => source.name))].join(', ');
}

/** What the resource's policy grants; those from outside have to pass its gate, services aside. */
function granted(request: Request, same: Tri): { through: readonly Speaking[]; stopped: readonly Speaking[] } {
  const { target, caller } = request;
  const found = speaking(target.policies, 'Allow', request, caller.boundary !== undefined);
  return same === YES || caller.subject.kind === 'service'
    ? { through: found, stopped: [] }
    : throughGate(found, target);
}

const consents = {
  any: { kind: 'resource-policy', name: 'resource policy' },
  both: { kind: 'resource-policy', name: 'data access policy' },
  key: { kind: 'key-policy', name: 'key policy' },
  trust: { kind: 'trust-policy', name: 'trust policy' },
} as const;

function consentOf(grant: Grant, request: Request): Need {
  const { target, action } = request;
  const { kind, name } = consents[target.rule];
  return {
    grant: target.on === undefined && target.policies.length === 0 ? nobodyKnows : grant,
    kind,
    because: () => `the ${name} does not allow ${action.given} to ${describe(request)}`,
    grants: true,
  };
}

/** The policy of a resource that is not in the input. */
const nobodyKnows: Grant = {
  when: { surely: never, possibly: always },
  by: [
    {
      cited: undefined,
      match: MAYBE,
      guard: always,
      open: [openPart('policy of the resource, which is not in the input', [])],
    },
  ],
};

function describe({ caller: { subject } }: Request): string {
  switch (subject.kind) {
    case 'role':
    case 'user':
      return subject.resource.address;
    case 'service':
      return subject.service;
    case 'anonymous':
      return 'unsigned requests';
    case 'any-aws-account':
      return 'other accounts';
    case 'account':
      return 'that account';
    case 'federated':
      return 'that identity provider';
  }
}

/**
 * Resources of the system are in one account exactly when the texts of their accounts are equal; others never meet. Of what
 * is not in the input only its ARN tells. ARNs without an account are those of buckets, which may be anybody's, and else of
 * what AWS gives to all (documents of Systems Manager) or keeps to an account by itself (images and snapshots).
 */
function sharesAccount(account: Text, request: Request): Tri {
  const { on, ownedBy } = request.target;
  if (ownedBy === undefined && request.action.service !== 's3' && isWithoutAccount(request.resource.text)) return YES;
  if (on === undefined || ownedBy === undefined) return accountIs(account, request);
  return account === ownedBy || textKey(account) === textKey(ownedBy) ? YES : NO;
}

function accountIs(account: Text, { target: { ownedBy } }: Request): Tri {
  return ownedBy === undefined ? MAYBE : triOf(sameText(account, ownedBy));
}

/** Holds when the resource belongs to the account. */
function ownership(same: Tri, account: Text): Need {
  const condition: OpenCondition = {
    key: 'aws:ResourceAccount',
    operator: 'StringEquals',
    values: [account],
    control: 'topology',
  };
  const open: Grant = {
    when: { surely: never, possibly: always },
    by: [{ cited: undefined, match: MAYBE, guard: always, open: [condition] }],
  };
  return {
    grant: same === NO ? noGrant : same === YES ? { when: surelySo, by: [] } : open,
    kind: 'no-allow',
    because: () => 'it belongs to another account',
    grants: true,
  };
}

const unsigned: Need = {
  grant: noGrant,
  kind: 'no-allow',
  because: () => 'the service takes only signed requests',
  grants: true,
};

const fromOutside: Need = {
  grant: noGrant,
  kind: 'no-allow',
  because: () => 'only identities of the account that owns it may do that, whatever its policy says',
  grants: true,
};
