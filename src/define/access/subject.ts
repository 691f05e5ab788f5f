import { type Caller, type Session, strangersAccount } from '../../model/caller.ts';
import { casesOf } from '../../model/fact.ts';
import type { ResourceId } from '../../model/id.ts';
import type { Resource } from '../../model/resource.ts';
import { type Text, text } from '../../model/text.ts';
import type { AccessSystem } from './access-options.ts';

/** A role or user that sends a request. */
export interface PrincipalSubject {
  readonly kind: 'role' | 'user';
  readonly resource: Resource;
  readonly arn: Text;
  readonly account: Text;
  readonly partition: Text;
  readonly serviceLinked: boolean;
  readonly session: Session | undefined;
}

/** Who sends the request, in the words of IAM. */
export type Subject = PrincipalSubject | Exclude<Caller, { readonly kind: 'resource' }>;

export function isPrincipal(subject: Subject): subject is PrincipalSubject {
  return subject.kind === 'role' || subject.kind === 'user';
}

/** Undefined for a resource that nobody can act as: a group, or something that is no identity. */
export function subjectOf(caller: Caller, system: AccessSystem): Subject | undefined {
  return caller.kind === 'resource' ? principalSubject(caller.resource, caller.session, system) : caller;
}

function principalSubject(
  id: ResourceId,
  session: Session | undefined,
  system: AccessSystem,
): PrincipalSubject | undefined {
  const resource = system.resource(id);
  if (resource === undefined) return undefined;
  const principal = casesOf(system.fact(id, 'principal'))
    .map(({ fact }) => (fact.kind === 'known' ? fact.value : undefined))
    .find((value) => value !== undefined);
  const kind = principal?.kind;
  if (kind !== 'role' && kind !== 'user') return undefined;
  const { account, partition } = system.deploymentOf(id);
  const arn = resource.arn ?? text('arn:', ...partition, ':iam::', ...account, `:${kind}/`, ...resource.name);
  const serviceLinked = principal?.kind === 'role' && principal.serviceLinked;
  return { kind, resource, arn, account, partition, serviceLinked, session };
}

/**
 * The ARN of the session itself, without the path of the role; undefined for users with credentials of their own. Whoever
 * takes a role chooses the name of the session, where it is not known.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
 */
export function sessionArn({ kind, resource, account, partition, session }: PrincipalSubject): Text | undefined {
  const name = session?.name ?? [chosenName];
  if (kind === 'role')
    return text('arn:', ...partition, ':sts::', ...account, ':assumed-role/', ...resource.name, '/', ...name);
  return session?.obtained.kind === 'federation-token'
    ? text('arn:', ...partition, ':sts::', ...account, ':federated-user/', ...name)
    : undefined;
}

export const chosenName = {
  symbol: 'object:session',
  kind: 'expression',
  settledBy: 'the name of the session',
} as const;

/** The account that the caller belongs to; undefined when it has none. */
export function accountOf(subject: Subject): Text | undefined {
  switch (subject.kind) {
    case 'role':
    case 'user':
    case 'account':
      return subject.account;
    case 'any-aws-account':
      return [strangersAccount];
    default:
      return undefined;
  }
}
