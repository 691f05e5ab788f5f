import type { Decision } from '../model/access.ts';
import type { Questions } from '../model/questions.ts';
import type { Resource } from '../model/resource.ts';
import { describeText, type Text } from '../model/text.ts';
import { textOf } from '../model/value.ts';
import { outsidersClaims } from './data/identity-providers.ts';
import { arnOf, isUsable } from './moves/permission.ts';

/** The host of an identity provider, which its condition keys begin with; of SAML providers the name. */
export function issuerOf(provider: Resource | undefined, name: string): string {
  const url = provider?.properties.entries.get('Url');
  const told = url === undefined ? undefined : textOf(url);
  return (told === undefined ? name : describeText(told)).replace(/^https?:\/\//, '');
}

/**
 * How a role answers the tokens that anybody with an account of his own gets from an issuer that many share, if they may open
 * it: `repo:acme*:*` is met by whoever names his organization `acme-too`. Undefined where no outsider gets in, or gets tokens.
 */
export function opensToOutsiders(
  ask: Questions,
  role: Resource,
  { issuer, provider, action }: { readonly issuer: string; readonly provider: Text; readonly action: string },
): Decision | undefined {
  const claims = outsidersClaims(issuer);
  if (claims === undefined) return undefined;
  const decision = ask.access.decide({
    caller: { kind: 'federated', provider, claims },
    action,
    resource: arnOf(role),
    on: role.id,
  });
  return isUsable(decision) ? decision : undefined;
}
