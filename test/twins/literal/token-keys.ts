import { isTokenClaim } from '../../../src/catalog/data/condition-keys.ts';
import { isKnownClaim } from '../../../src/catalog/data/identity-providers.ts';
import { isPrincipal, type Subject } from '../../../src/define/access/subject.ts';
import type { Claims, KeyValue } from '../../../src/model/caller.ts';
import { literalOf, type Text } from '../../../src/model/text.ts';
import { absent, type KeySources, open } from './key-sources.ts';

/** The token that stands behind a request. */
interface Token {
  readonly provider: Text;
  readonly claims: Claims | undefined;
}

/**
 * Claims of a token as keys: the issuer, a colon and the claim, `token.actions.githubusercontent.com:sub`; `saml:` for
 * assertions. A key of another issuer, or one that STS does not make of the issuer's claims, is in no request.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif
 */
export function tokenKey(name: string, { subject }: KeySources): KeyValue | undefined {
  const colon = name.lastIndexOf(':');
  const family = name.slice(0, colon);
  const claim = name.slice(colon + 1);
  if (!isTokenClaim(family)) return undefined;
  const token = tokenOf(subject);
  if (token === undefined) return undefined;
  if (token === 'none') return absent;
  const said = token.claims?.get(claim);
  const host = issuerOf(token.provider);
  // A provider whose name only deployment tells may be the one that the key names.
  if (host === undefined) return said ?? open(name);
  if (host === 'saml') return family === 'saml' ? (said ?? open(name)) : absent;
  if (host.toLowerCase() !== family || !isKnownClaim(family, claim)) return absent;
  return said ?? (claim === 'sub' || claim === 'aud' ? open(name, 'yes') : open(name));
}

/** `none`: the caller has surely none. Undefined: it is not known how the caller came to his session. */
function tokenOf(subject: Subject): Token | 'none' | undefined {
  if (subject.kind === 'federated') return { provider: subject.provider, claims: subject.claims };
  if (!isPrincipal(subject)) return 'none';
  if (subject.kind === 'user') return 'none';
  const obtained = subject.session?.obtained;
  if (obtained === undefined) return undefined;
  return obtained.kind === 'web-identity' || obtained.kind === 'saml'
    ? { provider: obtained.provider, claims: obtained.claims }
    : 'none';
}

/** The issuer as condition keys name it, `saml` for providers of that kind; undefined when only deployment tells. */
export function issuerOf(provider: Text): string | undefined {
  const literal = literalOf(provider);
  const first = provider.find((part) => typeof part === 'string' && part.includes('saml-provider/'));
  if (first !== undefined) return 'saml';
  return literal?.replace(/^arn:[^/]*:oidc-provider\//, '').replace(/^https?:\/\//, '');
}
