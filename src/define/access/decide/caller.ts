import { text } from '../../../model/text.ts';
import { subjectText } from '../compile/pattern.ts';
import type { Named } from '../compile/principal-matcher.ts';
import { compilePolicy, type PolicyCode } from '../compile/policy-code.ts';
import type { PrincipalPolicies } from '../principal-policies.ts';
import type { Subject } from '../subject.ts';

/** Who asks, with the policies that speak for it. */
export interface CallerCode {
  readonly subject: Subject;
  readonly named: Named;
  readonly identity: readonly PolicyCode[];
  /** Undefined when there is none, which limits nothing. */
  readonly boundary: readonly PolicyCode[] | undefined;
}

const none: readonly PolicyCode[] = [];

export function compileCaller(subject: Subject, policies: PrincipalPolicies): CallerCode {
  if (!isPrincipal(subject)) return { subject, named: subject, identity: none, boundary: undefined };
  const { resource, partition, account } = subject;
  const boundary = policies.boundary(resource.id);
  const session = text('arn:', ...partition, ':sts::', ...account, ':assumed-role/', ...resource.name, '/', sessionName);
  return {
    subject,
    named: {
      kind: subject.kind,
      arn: subjectText(subject.arn),
      account,
      root: subjectText(text('arn:', ...partition, ':iam::', ...account, ':root')),
      session: subject.kind === 'role' ? subjectText(session) : undefined,
    },
    identity: policies.identity(resource.id).map(compilePolicy),
    boundary: boundary.length === 0 ? undefined : boundary.map(compilePolicy),
  };
}

const sessionName = { symbol: 'object:session', kind: 'expression', settledBy: 'the name of the session' } as const;

function isPrincipal(subject: Subject): subject is Extract<Subject, { readonly kind: 'role' | 'user' }> {
  return subject.kind === 'role' || subject.kind === 'user';
}
