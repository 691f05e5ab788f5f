import type { PolicyPrincipal, Statement } from '../../../model/policy.ts';
import { type Hole, literalOf, matchPattern, sameText, type Text, text, textKey } from '../../../model/text.ts';
import { accountField } from './arn-fields.ts';
import { onceForEqual } from './equal-lists.ts';
import { type Subject as ArnText, beginApart, sameArn, subjectText } from './pattern.ts';
import { anyOf, greatest, MAYBE, NO, opposite, type Tri, triOf, YES } from './three-valued.ts';

/** A caller as principals of statements are held against it. */
export type Named =
  | {
      readonly kind: 'role' | 'user';
      readonly arn: ArnText;
      readonly account: Text;
      /** `arn:aws:iam::111111111111:root`. */
      readonly root: ArnText;
      /** ARN of the session, whose name may be open; undefined for a user with credentials of his own. */
      readonly session: ArnText | undefined;
    }
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'any-aws-account' }
  | { readonly kind: 'account'; readonly account: Text; readonly canonicalUser?: string }
  | { readonly kind: 'service'; readonly service: string }
  | { readonly kind: 'federated'; readonly provider: Text };

/**
 * Three ways in which a statement of a resource policy can mean a caller, since they differ in what else must allow:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics-single-account.html
 */
export interface Meaning {
  /** A user's or session's ARN, a service, a provider; everybody, for those who are no role. Nothing else limits it. */
  readonly directly: Tri;
  /** A role's ARN, or everybody for roles: boundary and session policy still limit it. */
  readonly asRole: Tri;
  /** The account, which leaves it to its own policies who in it may. */
  readonly byAccount: Tri;
}

export const nobody: Meaning = { directly: NO, asRole: NO, byAccount: NO };
const directlyMeant: Meaning = { directly: YES, asRole: NO, byAccount: NO };
const meantAsRole: Meaning = { directly: NO, asRole: YES, byAccount: NO };

/** Principals of a statement, sorted by what they may name. */
export interface PrincipalMatcher {
  readonly everybody: boolean;
  readonly aws: readonly ArnText[];
  readonly services: readonly Text[];
  readonly providers: readonly Text[];
  readonly canonicalUsers: readonly Text[];
}

/** One matcher for equal lists. */
export const compilePrincipals = onceForEqual(listKey, newMatcher);

function listKey(principals: readonly PolicyPrincipal[]): string {
  const keys = principals.map(({ kind, value }) => `${kind} ${textKey(value)}`);
  return keys.length === 1 ? `${keys[0]}` : JSON.stringify(keys);
}

function newMatcher(principals: readonly PolicyPrincipal[]): PrincipalMatcher {
  const of = (kind: PolicyPrincipal['kind']) => principals.filter((one) => one.kind === kind).map(({ value }) => value);
  const isEverybody = ({ kind, value }: PolicyPrincipal) =>
    kind === '*' || (kind === 'AWS' && literalOf(value) === '*');
  return {
    everybody: principals.some(isEverybody),
    aws: of('AWS')
      .filter((value) => literalOf(value) !== '*')
      .map(subjectText),
    services: of('Service').map(serviceName),
    providers: of('Federated'),
    canonicalUsers: of('CanonicalUser'),
  };
}

/** Whom the principal elements of a statement mean; a statement without them means whoever has it. */
export function meaning(
  code: {
    readonly effect: Statement['effect'];
    readonly principals: PrincipalMatcher | undefined;
    readonly notPrincipals: PrincipalMatcher | undefined;
  },
  caller: Named,
  bounded: boolean,
): Meaning {
  if (code.principals !== undefined) return meantBy(code.principals, caller);
  if (code.notPrincipals === undefined) return directlyMeant;
  const listed = meantBy(code.notPrincipals, caller);
  const other = code.effect === 'Allow' ? opposite(inAnyWay(listed)) : unspared(listed, caller, bounded);
  return caller.kind === 'role' ? { ...nobody, asRole: other } : { ...nobody, directly: other };
}

export function inAnyWay({ directly, asRole, byAccount }: Meaning): Tri {
  return greatest(greatest(directly, asRole), byAccount);
}

/**
 * "Deny with NotPrincipal" spares nobody with a permissions boundary, and others only when the account is named as well as
 * the user, or the role and its session.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
 */
function unspared({ directly, asRole, byAccount }: Meaning, { kind }: Named, bounded: boolean): Tri {
  if (kind !== 'role' && kind !== 'user') return opposite(greatest(greatest(directly, asRole), byAccount));
  if (bounded || (directly === NO && (kind === 'user' || asRole === NO))) return YES;
  return directly === YES && byAccount === YES && (kind === 'user' || asRole === YES) ? NO : MAYBE;
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
function meantBy(matcher: PrincipalMatcher, caller: Named): Meaning {
  const { everybody, aws } = matcher;
  switch (caller.kind) {
    case 'role':
    case 'user':
      return principalMeant(matcher, caller);
    case 'service':
      return everybody
        ? directlyMeant
        : direct(anyOf(matcher.services, (name) => triOf(sameText(name, [caller.service]))));
    case 'federated':
      return everybody
        ? directlyMeant
        : direct(anyOf(matcher.providers, (value) => isProvider(value, caller.provider)));
    case 'account':
      return everybody ? directlyMeant : direct(accountMeant(matcher, caller));
    default:
      // Nothing names a stranger; only a value that is wholly open could turn out as `*`.
      return everybody ? directlyMeant : direct(anyOf(aws, ({ text: value }) => (couldBeAll(value) ? MAYBE : NO)));
  }
}

function direct(tri: Tri): Meaning {
  return tri === NO ? nobody : { directly: tri, asRole: NO, byAccount: NO };
}

function principalMeant(
  { everybody, aws }: PrincipalMatcher,
  caller: Extract<Named, { kind: 'role' | 'user' }>,
): Meaning {
  const isRole = caller.kind === 'role';
  if (everybody && aws.length === 0) return isRole ? meantAsRole : directlyMeant;
  const all = (applies: boolean): Tri => (everybody && applies ? YES : NO);
  let itself: Tri = NO;
  let session: Tri = NO;
  let byAccount: Tri = NO;
  for (const value of aws) {
    itself = greatest(itself, sameArn(value, caller.arn));
    if (caller.session !== undefined) session = greatest(session, sameArn(value, caller.session));
    byAccount = greatest(byAccount, greatest(isAccount(value, caller.account), sameText3(value, caller.root)));
  }
  if (caller.session === undefined) return { directly: greatest(itself, all(!isRole)), asRole: all(isRole), byAccount };
  // A federated user is a session of a user: naming the user leaves the policies of the session in force.
  return { directly: greatest(session, all(!isRole)), asRole: greatest(itself, all(isRole)), byAccount };
}

function accountMeant({ aws, canonicalUsers }: PrincipalMatcher, caller: Extract<Named, { kind: 'account' }>): Tri {
  const { account, canonicalUser } = caller;
  const byAccount = anyOf(aws, ({ text: value }) => isOfAccount(value, account));
  return greatest(
    byAccount,
    anyOf(canonicalUsers, (value) => isCanonicalUser(value, canonicalUser)),
  );
}

/** An id may be anybody's whose own is not known; what a resource of the input has for an id is no account's. */
function isCanonicalUser(value: Text, id: string | undefined): Tri {
  if (id !== undefined) return triOf(sameText(value, [id]));
  return literalOf(value) === undefined ? NO : MAYBE;
}

function isAccount(value: ArnText, account: Text): Tri {
  const literal = literalOf(account);
  if (value.literal !== undefined && literal !== undefined) return value.literal === literal ? YES : NO;
  return triOf(sameText(value.text, account));
}

function sameText3(left: ArnText, right: ArnText): Tri {
  if (left.literal !== undefined && right.literal !== undefined) return left.literal === right.literal ? YES : NO;
  return beginApart(left.head, right.head) ? NO : triOf(sameText(left.text, right.text));
}

/** Whoever holds an account is every principal in it. */
function isOfAccount(value: Text, account: Text): Tri {
  return triOf(sameText(accountField(value) ?? value, account));
}

/** An account is never `*`, and neither is what a mapping of the template lacks. */
function couldBeAll(value: Text): boolean {
  const [only] = value;
  if (value.length !== 1 || typeof only !== 'object') return false;
  return only.kind !== 'account' && only.kind !== 'physical-name' && !only.symbol.startsWith('lookup:');
}

/** Providers are named by ARN or by host name; a name means every ARN that ends in it. */
function isProvider(value: Text, provider: Text): Tri {
  const byName = triOf(sameText(value, provider));
  return greatest(byName, triOf(matchPattern(text('*-provider/', ...provider), value)));
}

/** `logs.eu-west-1.amazonaws.com` and `ec2.<suffix>` name the service without the region and with the usual suffix. */
function serviceName(value: Text): Text {
  const isSuffix = (part: Hole) => part.symbol.startsWith('url-suffix:');
  const usual = value.flatMap((part): Text => {
    if (typeof part === 'string') return [part];
    if (isSuffix(part)) return ['amazonaws.com'];
    return part.kind === 'region' ? [] : [part];
  });
  const joined = text(...usual);
  const name = literalOf(joined);
  if (name === undefined) return joined;
  const [service = '', ...labels] = name.replace('..', '.').split('.');
  const [region = ''] = labels;
  const regional = /^[a-z]{2}(-[a-z]+)+-\d$/.test(region) && labels[1] === 'amazonaws' && /^[a-z0-9-]+$/.test(service);
  const host = [service, ...(regional ? labels.slice(1) : labels)].join('.');
  return [host.endsWith('.amazonaws.com.cn') ? host.slice(0, -'.cn'.length) : host];
}
