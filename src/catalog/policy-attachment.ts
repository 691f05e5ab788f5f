import type { EncryptionInTransit } from '../model/dimension.ts';
import { byDefault, given } from '../model/fact.ts';
import { isPossible } from '../model/guard.ts';
import type { Contribution, ResourceView } from '../model/service.ts';
import type { Value } from '../model/value.ts';
import { onlyWhile } from './combine-facts.ts';
import { type PlainTextDenial, plainTextDenied } from './plain-text-denied.ts';
import { statedPolicies } from './stated-policies.ts';

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
  const transport = onlyWhile<EncryptionInTransit>(
    whenDenied,
    given({ state: 'required', minimumTls: '1.2' }, [view.origin(how.path)]),
    byDefault({ state: 'optional', minimumTls: '1.2' }),
  );
  return how.to.flatMap((to): readonly Contribution[] => {
    const stated: Contribution = { to, dimension: 'resourcePolicy', fact: policies };
    return isPossible(whenDenied) ? [stated, { to, dimension: 'encryptionInTransit', fact: transport }] : [stated];
  });
}
