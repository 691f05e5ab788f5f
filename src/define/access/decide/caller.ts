import type { PolicySource } from '../../../model/policy.ts';
import { text } from '../../../model/text.ts';
import { subjectText } from '../compile/pattern.ts';
import { compilePolicy, type PolicyCode } from '../compile/policy-code.ts';
import type { Named } from '../compile/principal-matcher.ts';
import type { PrincipalPolicies } from '../principal-policies.ts';
import { isPrincipal, type PrincipalSubject, type Subject, sessionArn } from '../subject.ts';

/** Who asks, with the policies that speak for it. */
export interface CallerCode {
  readonly subject: Subject;
  readonly named: Named;
  readonly identity: readonly PolicyCode[];
  /** Undefined when there is none, which limits nothing. */
  readonly boundary: readonly PolicyCode[] | undefined;
  /** Policies that were passed with the session; undefined when they limit nothing. */
  readonly session: readonly PolicyCode[] | undefined;
}

const none: readonly PolicyCode[] = [];

export function compileCaller(subject: Subject, policies: PrincipalPolicies): CallerCode {
  if (!isPrincipal(subject))
    return { subject, named: subject, identity: none, boundary: undefined, session: undefined };
  const { resource, partition, account, kind } = subject;
  const boundary = policies.boundary(resource.id);
  const session = sessionArn(subject);
  return {
    subject,
    named: {
      kind,
      arn: subjectText(subject.arn),
      account,
      root: subjectText(text('arn:', ...partition, ':iam::', ...account, ':root')),
      session: session && subjectText(session),
    },
    identity: policies.identity(resource.id).map(compilePolicy),
    boundary: boundary.length === 0 ? undefined : boundary.map(compilePolicy),
    session: sessionPolicies(subject, policies)?.map(compilePolicy),
  };
}

/**
 * "If you do not pass a policy, the resulting federated user session has no permissions" but those that resources give.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html
 */
function sessionPolicies(
  { session }: PrincipalSubject,
  policies: PrincipalPolicies,
): readonly PolicySource[] | undefined {
  if (session?.policies !== undefined) return policies.complete(session.policies);
  return session?.obtained.kind === 'federation-token' ? [] : undefined;
}
