import type { ProofItem } from '../../model/attack.ts';
import { and, guardKey } from '../../model/guard.ts';
import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { textKey } from '../../model/text.ts';
import { type Equal, equalsOf } from './equal-rights.ts';
import { makers } from './making-administrators.ts';
import { type Allowed, isSure } from './permission.ts';
import { remembered } from './remembered.ts';

/** The rights that make a principal an administrator; undefined when it is none, or only if a certain name is still free. */
export function administration(ask: Questions, principal: Resource): readonly Allowed[] | undefined {
  const proof = makers(ask).get(principal.id);
  const rights = proof?.filter((item) => item.kind === 'allowed');
  return rights?.length === proof?.length ? rights : undefined;
}

/** All who can make an administrator, in the order of the system, and then those who hold the rights of one. */
export function administratorsOf(ask: Questions): readonly Equal[] {
  const making = [...makers(ask)].flatMap(([id, proof]: readonly [Resource['id'], readonly ProofItem[]]) => {
    const principal = ask.system.resource(id);
    return principal === undefined ? [] : [{ principal, proof }];
  });
  return [...making, ...equalsOf(ask)];
}

const limited = remembered(
  (ask): ReadonlySet<string> => new Set(equalsOf(ask).map(({ principal }) => accountKey(ask, principal))),
);

/** Is it an account in which guardrails limit administrators, so that one of them need not get at everything? */
export function isLimitedAccount(ask: Questions, account: string): boolean {
  return limited(ask).has(account);
}

/** Surely, and whenever it exists, and with everything in its account. */
export function isAdministrator(ask: Questions, principal: Resource): boolean {
  const proof = administration(ask, principal);
  if (proof === undefined || !proof.every(isSure)) return false;
  const guard = and(...proof.map(({ decision }) => decision.guard));
  if (guardKey(and(guard, principal.guard)) !== guardKey(principal.guard)) return false;
  return !isLimitedAccount(ask, accountKey(ask, principal));
}

/** Key of the account that a resource belongs to. */
export function accountKey(ask: Questions, resource: Resource): string {
  return textKey(ask.system.deploymentOf(resource.id).account);
}
