import { type PrincipalSubject, type Subject, sessionArn } from '../../../src/define/access/subject.ts';
import type { PolicyPrincipal, Statement } from '../../../src/model/policy.ts';
import { literalOf, type Match, matchPattern, sameText, type Text, text } from '../../../src/model/text.ts';
import { eitherMatches, opposite } from './holds.ts';
import { accountOfArn, sameArn } from './match-arn.ts';

/**
 * How a statement of a resource policy means the caller, for each way in which it can. The ways matter since they differ in
 * what else must allow: "Determining whether a request is allowed or denied within an account",
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics-single-account.html
 */
export interface Meant {
  /** A user's ARN, a session's ARN, a service, a provider, or everybody for those without policies: nothing else limits it. */
  readonly directly: Match;
  /** A role's ARN or everybody: the role's permissions boundary and session policy still limit it. */
  readonly asRole: Match;
  /** The account: it says that the account may, and leaves it to the account's own policies who in it. */
  readonly byAccount: Match;
}

const nobody: Meant = { directly: 'no', asRole: 'no', byAccount: 'no' };

/** Statements without principal elements (identity policies) mean whoever they are attached to. */
export function meantBy(statement: Statement, subject: Subject, bounded: boolean): Meant {
  if (statement.principals !== undefined) return meantByAny(statement.principals, subject);
  if (statement.notPrincipals === undefined) return { directly: 'yes', asRole: 'no', byAccount: 'no' };
  const listed = meantByAny(statement.notPrincipals, subject);
  const other = statement.effect === 'Allow' ? opposite(anyWay(listed)) : deniedUnlessListed(listed, subject, bounded);
  return subject.kind === 'role' ? { ...nobody, asRole: other } : { ...nobody, directly: other };
}

/** Is the caller meant in any of the ways? */
export function anyWay({ directly, asRole, byAccount }: Meant): Match {
  return eitherMatches([directly, asRole, byAccount]);
}

/**
 * Deny with NotPrincipal spares only whom it names in full: the account as well as the user, for roles the session too;
 * and it never spares a principal with a permissions boundary.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
 */
function deniedUnlessListed(listed: Meant, subject: Subject, bounded: boolean): Match {
  if (subject.kind !== 'role' && subject.kind !== 'user') return opposite(anyWay(listed));
  if (bounded) return 'yes';
  const named = subject.kind === 'user' ? [listed.directly] : [listed.asRole, listed.directly];
  if (named.every((match) => match === 'no')) return 'yes';
  return [...named, listed.byAccount].every((match) => match === 'yes') ? 'no' : 'maybe';
}

function meantByAny(principals: readonly PolicyPrincipal[], subject: Subject): Meant {
  const each = principals.map((principal) => meantByOne(principal, subject));
  return {
    directly: eitherMatches(each.map(({ directly }) => directly)),
    asRole: eitherMatches(each.map(({ asRole }) => asRole)),
    byAccount: eitherMatches(each.map(({ byAccount }) => byAccount)),
  };
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
function meantByOne({ kind, value }: PolicyPrincipal, subject: Subject): Meant {
  const all = kind === '*' || (kind === 'AWS' && literalOf(value) === '*');
  if (all) return subject.kind === 'role' ? { ...nobody, asRole: 'yes' } : { ...nobody, directly: 'yes' };
  switch (subject.kind) {
    case 'service':
      return { ...nobody, directly: kind === 'Service' ? sameText(serviceName(value), [subject.service]) : 'no' };
    case 'federated':
      return { ...nobody, directly: kind === 'Federated' ? sameProvider(value, subject.provider) : 'no' };
    case 'anonymous':
    case 'any-aws-account':
      // Nothing names a stranger; only a value that is wholly open could turn out as `*`.
      return { ...nobody, directly: kind === 'AWS' && isWhollyOpen(value) ? 'maybe' : 'no' };
    case 'account':
      if (kind === 'CanonicalUser') return { ...nobody, directly: hasCanonicalId(value, subject.canonicalUser) };
      return kind === 'AWS' ? { ...nobody, directly: ofAccount(value, subject.account) } : nobody;
    default:
      return kind === 'AWS' ? meantAsPrincipal(value, subject) : nobody;
  }
}

/** A federated user is a session of a user: naming the user leaves the session's own policies in force. */
function meantAsPrincipal(value: Text, subject: PrincipalSubject): Meant {
  const { account, partition, arn } = subject;
  const root = text('arn:', ...partition, ':iam::', ...account, ':root');
  const byAccount = eitherMatches([sameText(value, account), sameText(value, root)]);
  const itself = sameArn(value, arn);
  const session = sessionArn(subject);
  if (session === undefined) return { directly: itself, asRole: 'no', byAccount };
  return { directly: sameArn(value, session), asRole: itself, byAccount };
}

/** Whose id is not known may have any; but those of origin access identities, holes all, are no account's. */
function hasCanonicalId(value: Text, known: string | undefined): Match {
  if (known === undefined) return literalOf(value) === undefined ? 'no' : 'maybe';
  return sameText(value, [known]);
}

/** Whoever holds an account is every principal in it. */
function ofAccount(value: Text, account: Text): Match {
  const field = accountOfArn(value);
  return sameText(field ?? value, account);
}

/** An account is never `*`, and neither is what a mapping of the template lacks. */
function isWhollyOpen(value: Text): boolean {
  const [only] = value;
  if (value.length !== 1 || typeof only !== 'object') return false;
  return only.kind !== 'account' && only.kind !== 'physical-name' && !only.symbol.startsWith('lookup:');
}

/** `logs.eu-west-1.amazonaws.com` and `ec2.<suffix>` name the service without the region and with the usual suffix. */
function serviceName(value: Text): Text {
  const parts = value.map((part) =>
    typeof part === 'object' && part.symbol.startsWith('url-suffix:') ? 'amazonaws.com' : part,
  );
  const joined = text(...parts.filter((part) => typeof part === 'string' || part.kind !== 'region'));
  const name = literalOf(joined);
  if (name === undefined) return joined;
  return [
    name
      .replace(/^([a-z0-9-]+)\.(?:[a-z]{2}(?:-[a-z]+)+-\d)\.amazonaws\./, '$1.amazonaws.')
      .replace('..', '.')
      .replace(/\.amazonaws\.com\.cn$/, '.amazonaws.com'),
  ];
}

/** Providers are named by ARN or by host name; a name means every ARN that ends in it. */
function sameProvider(value: Text, provider: Text): Match {
  return eitherMatches([sameText(value, provider), matchPattern(text('*-provider/', ...provider), value)]);
}
