import type { EncryptionInTransit } from '../model/entry.ts';
import { byDefault, type Fact, given } from '../model/fact.ts';
import { isPossible } from '../model/guard.ts';
import type { Contribution, ResourceView } from '../model/service.ts';
import type { Value } from '../model/value.ts';
import { onlyWhile } from './combine-facts.ts';
import { type PlainTextDenial, plainTextDenied } from './plain-text-denied.ts';
import { statedPolicies } from './stated-policies.ts';

/** Whether a policy refuses plain text, for what it is attached to. */
export function policyTransport(
  view: ResourceView,
  how: PlainTextDenial & { readonly path: string },
): Fact<EncryptionInTransit> {
  const whenDenied = plainTextDenied(view, how.path, how);
  const allowed = byDefault<EncryptionInTransit>({ state: 'optional', minimumTls: '1.2' }, [view.origin(how.path)]);
  if (!isPossible(whenDenied)) return allowed;
  const denied = given<EncryptionInTransit>({ state: 'required', minimumTls: '1.2' }, [view.origin(how.path)]);
  return onlyWhile<EncryptionInTransit>(whenDenied, denied, allowed);
}

/**
 * What a policy that is a resource of its own (bucket, queue, topic policy) says about what it is attached to: its
 * statements, and that plain text is refused when one of them does so.
 */
export function policyAttachment(
  view: ResourceView,
  how: PlainTextDenial & { readonly path: string; readonly name: string; readonly to: readonly Value[] },
): readonly Contribution[] {
  const policies = statedPolicies(view, how.path, how.name);
  const whenDenied = plainTextDenied(view, how.path, how);
  const transport = policyTransport(view, how);
  return how.to.flatMap((to): readonly Contribution[] => {
    const stated: Contribution = { to, dimension: 'resourcePolicy', fact: policies };
    return isPossible(whenDenied) ? [stated, { to, dimension: 'encryptionInTransit', fact: transport }] : [stated];
  });
}
