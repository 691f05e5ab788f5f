import { trustedParty } from '../catalog/trusted-party.ts';
import { casesOf } from '../model/fact.ts';
import type { PolicyPrincipal } from '../model/policy.ts';
import type { Resource } from '../model/resource.ts';
import type { Externals } from './externals.ts';
import type { ResourceBase } from './system/create-system.ts';

/**
 * Draws whoever the trust policies let in from outside: other accounts, and identity providers that the input does not
 * have as resources. Attack paths may start there. Linear in statements.
 */
export function addTrustedParties(base: ResourceBase, externals: Externals): void {
  const ours = new Set(base.deployments.flatMap(({ account }) => account.filter((part) => typeof part === 'string')));
  for (const role of base.withAnswer('trustPolicy'))
    for (const { principal, origin } of trusted(base, role)) {
      const party = trustedParty(base, role, principal);
      if (party === undefined || party.provider !== undefined || ours.has(party.name)) continue;
      externals.of({ kind: party.kind, name: party.name, origin });
    }
}

function trusted(
  base: ResourceBase,
  role: Resource,
): readonly { readonly principal: PolicyPrincipal; readonly origin: Resource['origin'] }[] {
  return casesOf(base.fact(role.id, 'trustPolicy')).flatMap(({ fact }) =>
    fact.kind === 'unknown'
      ? []
      : fact.value
          .flatMap(({ document }) => document.statements)
          .filter(({ effect }) => effect === 'Allow')
          .flatMap(({ principals = [], origin }) => principals.map((principal) => ({ principal, origin }))),
  );
}
