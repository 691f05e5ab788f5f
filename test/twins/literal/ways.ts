import { isForOwnAccountOnly } from '../../../src/catalog/data/own-account-actions.ts';
import { acceptsUnsigned, throughUrl } from '../../../src/catalog/data/unsigned-requests.ts';
import { accountOf } from '../../../src/define/access/subject.ts';
import type { Block, OpenCondition } from '../../../src/model/access.ts';
import { always, never } from '../../../src/model/guard.ts';
import { type Match, sameText, type Text, textKey } from '../../../src/model/text.ts';
import { type Asked, openPart } from './asked.ts';
import { type Found, findStatements, type Grant, grantOf, noGrant } from './grants.ts';
import { surelySo } from './holds.ts';
import { anyWay, type Meant } from './match-principal.ts';
import type { PoliciesInPlay } from './policies-in-play.ts';
import { type Gated, passGate } from './public-access-gate.ts';

/** Something that must allow the request, and what is said when it does not. */
export interface Need {
  readonly grant: Grant;
  readonly kind: Block['kind'];
  readonly because: string;
  /** Does it grant, rather than only limit what others grant? */
  readonly grants: boolean;
}

/** All of these together allow the request. */
export type Way = readonly Need[];

/** The ways in which the request may be allowed, and grants that a gate took away. */
export interface Ways {
  readonly ways: readonly Way[];
  readonly stopped: readonly Found[];
}

/**
 * Which policies must allow, by who asks and whose the resource is.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function waysOf(asked: Asked, policies: PoliciesInPlay): Ways {
  switch (asked.subject.kind) {
    case 'role':
    case 'user':
      return principalWays(asked, policies);
    case 'anonymous':
      return acceptsUnsigned(asked.action, () => isTrue(asked, throughUrl))
        ? strangerWays(asked, policies)
        : { ways: [[unsigned]], stopped: [] };
    default:
      return strangerWays(asked, policies);
  }
}

function isTrue(asked: Asked, key: string): boolean {
  const value = asked.keyOf(key);
  return value.kind === 'values' && value.values.some(([text, ...more]) => text === 'true' && more.length === 0);
}

/** Only the resource can let in whoever has no policies here. An account may do everything with what it owns. */
function strangerWays(asked: Asked, policies: PoliciesInPlay): Ways {
  const outside = isForOwnAccountOnly(asked.action) && asked.subject.kind !== 'service';
  if (outside && asked.subject.kind !== 'account') return { ways: [[notFromOutside]], stopped: [] };
  const gated = resourceGrants(asked, policies, 'no');
  const consent = consentNeed(grantOf(gated.found, anyWay), asked, policies);
  const { subject } = asked;
  if (subject.kind !== 'account') return { ways: [[consent]], stopped: gated.stopped };
  const owner = ownership(sameAccount(subject.account, asked), subject.account);
  return outside ? { ways: [[owner]], stopped: [] } : { ways: [[consent], [owner]], stopped: gated.stopped };
}

function principalWays(asked: Asked, policies: PoliciesInPlay): Ways {
  const own = ownNeeds(asked, policies);
  // Actions that name no resource are asked of one's own account.
  if (isNoResource(asked.resource)) return { ways: [own], stopped: [] };
  const account = accountOf(asked.subject);
  const same = account === undefined ? 'maybe' : withinAccount(account, asked);
  if (isForOwnAccountOnly(asked.action) && same === 'no') return { ways: [[notFromOutside]], stopped: [] };
  const gated = resourceGrants(asked, policies, same);
  const across: Way = [...own, consentNeed(grantOf(gated.found, anyWay), asked, policies)];
  if (policies.resourceRule === 'both') return { ways: [across], stopped: gated.stopped };
  const within = waysWithin(asked, policies, own, gated.found);
  if (same === 'yes') return { ways: within, stopped: [] };
  // "You can also feel confident about using KMS keys in a different AWS account if a grant or IAM policy in your account allows
  // you to use the KMS key": https://docs.aws.amazon.com/kms/latest/developerguide/policy-evaluation.html
  const ofOwnAccount = gated.found.filter(({ cited }) => isAccountOf(cited?.policy.issuedBy, account));
  const byGrant = ofOwnAccount.length === 0 ? [] : waysWithin(asked, policies, own, ofOwnAccount).slice(-2);
  if (same === 'no') return { ways: [across, ...byGrant], stopped: gated.stopped };
  const ifSame = ownership('maybe', account ?? []);
  if (isForOwnAccountOnly(asked.action)) return { ways: within.map((way) => [...way, ifSame]), stopped: gated.stopped };
  return { ways: [across, ...byGrant, ...within.map((way) => [...way, ifSame])], stopped: gated.stopped };
}

function isAccountOf(issuer: Text | undefined, account: Text | undefined): boolean {
  return issuer !== undefined && account !== undefined && sameText(issuer, account) === 'yes';
}

/**
 * Within one account the identity policies alone are enough, or the resource policy alone when it means the principal
 * itself: a user or session without further limits, a role within its boundary and session policy. Keys and trust policies
 * must consent in any case; when they only name the account, they leave it to the identity policies.
 * https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 */
function waysWithin(asked: Asked, policies: PoliciesInPlay, own: Way, found: readonly Found[]): readonly Way[] {
  const consent = (way: (meant: Meant) => Match) => consentNeed(grantOf(found, way), asked, policies);
  const limits = own.filter(({ grants }) => !grants);
  const itself: readonly Way[] = [[consent(({ directly }) => directly)], [consent(({ asRole }) => asRole), ...limits]];
  if (policies.resourceRule === 'any') return [own, ...itself];
  return [[...own, consent(({ byAccount }) => byAccount)], ...itself];
}

/** What the caller's own policies must allow: one of the identity policies, and each of the limits. */
function ownNeeds(asked: Asked, policies: PoliciesInPlay): Way {
  const search = { asked, bounded: policies.boundary !== undefined };
  const allowed = (sources: PoliciesInPlay['identity']) => grantOf(findStatements(sources, 'Allow', search), anyWay);
  const needs: Need[] = [
    {
      grant: allowed(policies.identity),
      kind: 'no-allow',
      because: `no identity policy allows ${asked.action} on it`,
      grants: true,
    },
  ];
  if (policies.boundary !== undefined) {
    const names = [...new Set(policies.boundary.map(({ name }) => name))].join(', ');
    const because = `the permissions boundary ${names} does not allow ${asked.action} on it`;
    needs.push({ grant: allowed(policies.boundary), kind: 'boundary', because, grants: false });
  }
  if (policies.session !== undefined) {
    const because = `the session policy does not allow ${asked.action} on it`;
    needs.push({ grant: allowed(policies.session), kind: 'session', because, grants: false });
  }
  return needs;
}

/** Statements of the resource's policy that allow; those who come from outside have to pass the gate first. */
function resourceGrants(asked: Asked, policies: PoliciesInPlay, same: Match): Gated {
  const found = findStatements(policies.resource, 'Allow', { asked, bounded: policies.boundary !== undefined });
  // Block Public Access leaves "AWS service principals and authorized users within the bucket owner's account".
  return same === 'yes' || asked.subject.kind === 'service'
    ? { found, stopped: [] }
    : passGate(found, policies.gate, policies.resource);
}

const consentKinds = {
  any: 'resource-policy',
  both: 'resource-policy',
  key: 'key-policy',
  trust: 'trust-policy',
} as const;
const consentNames = {
  any: 'resource policy',
  both: 'data access policy',
  key: 'key policy',
  trust: 'trust policy',
} as const;

function consentNeed(grant: Grant, asked: Asked, { resourceRule }: PoliciesInPlay): Need {
  const because = `the ${consentNames[resourceRule]} does not allow ${asked.action} to ${described(asked)}`;
  return {
    grant: asked.on === undefined ? outsidePolicy : grant,
    kind: consentKinds[resourceRule],
    because,
    grants: true,
  };
}

/** The policy of a resource that is not in the input. */
const outsidePolicy: Grant = {
  holds: { surely: never, possibly: always },
  by: [
    {
      cited: undefined,
      match: 'maybe',
      guard: always,
      open: [openPart('policy of the resource, which is not in the input', [])],
    },
  ],
};

function described({ subject }: Asked): string {
  switch (subject.kind) {
    case 'role':
    case 'user':
      return subject.resource.address;
    case 'anonymous':
      return 'unsigned requests';
    case 'any-aws-account':
      return 'other accounts';
    case 'account':
      return 'that account';
    case 'service':
      return subject.service;
    case 'federated':
      return 'that identity provider';
  }
}

/**
 * Resources of the system share an account exactly when the texts of their accounts are equal; others never meet, known or
 * not. Of what is not in the input only its ARN tells: one without an account is no other account's, unless it is a bucket.
 */
function withinAccount(account: Text, asked: Asked): Match {
  const { on, ownedBy } = asked;
  const [arn, , service, , owner] = textKey(asked.resource).split(':');
  if (ownedBy === undefined && arn === 'arn' && service !== 's3' && owner === '') return 'yes';
  if (on === undefined || ownedBy === undefined) return sameAccount(account, asked);
  return textKey(account) === textKey(ownedBy) ? 'yes' : 'no';
}

function sameAccount(account: Text, { ownedBy }: Asked): Match {
  return ownedBy === undefined ? 'maybe' : sameText(account, ownedBy);
}

/** Holds when the resource belongs to the account. */
function ownership(same: Match, account: Text): Need {
  const condition: OpenCondition = {
    key: 'aws:ResourceAccount',
    operator: 'StringEquals',
    values: [account],
    control: 'topology',
  };
  const grant: Grant =
    same === 'no'
      ? noGrant
      : same === 'yes'
        ? { holds: surelySo, by: [] }
        : {
            holds: { surely: never, possibly: always },
            by: [{ cited: undefined, match: 'maybe', guard: always, open: [condition] }],
          };
  return { grant, kind: 'no-allow', because: 'it belongs to another account', grants: true };
}

function isNoResource(resource: Text): boolean {
  return resource.length === 1 && resource[0] === '*';
}

const unsigned: Need = {
  grant: noGrant,
  kind: 'no-allow',
  because: 'the service takes only signed requests',
  grants: true,
};

const notFromOutside: Need = {
  grant: noGrant,
  kind: 'no-allow',
  because: 'only identities of the account that owns it may do that, whatever its policy says',
  grants: true,
};
