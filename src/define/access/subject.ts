import { casesOf } from '../../model/fact.ts';
import type { ResourceId } from '../../model/id.ts';
import type { Caller } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { type Text, text } from '../../model/text.ts';
import type { AccessSystem } from './access-options.ts';

/** Who sends the request, in the words of IAM. */
export type Subject =
  | {
      readonly kind: 'role' | 'user';
      readonly resource: Resource;
      readonly arn: Text;
      readonly account: Text;
      readonly partition: Text;
      readonly serviceLinked: boolean;
    }
  | { readonly kind: 'anonymous' }
  /** Somebody with an account that nothing in the input names. */
  | { readonly kind: 'any-aws-account' }
  | { readonly kind: 'account'; readonly account: Text }
  | { readonly kind: 'service'; readonly service: string }
  | { readonly kind: 'federated'; readonly provider: Text };

/** The account of a stranger: equal to no account of any policy, since it is not made of digits. */
export const strangersAccount = 'another-account';

/** Undefined for a resource that nobody can act as: a group, or something that is no identity. */
export function subjectOf(caller: Caller, system: AccessSystem): Subject | undefined {
  return caller.kind === 'resource' ? principalSubject(caller.resource, system) : caller;
}

function principalSubject(id: ResourceId, system: AccessSystem): Subject | undefined {
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
  return { kind, resource, arn, account, partition, serviceLinked };
}

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
