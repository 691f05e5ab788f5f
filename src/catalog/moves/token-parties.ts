import type { Decision } from '../../model/access.ts';
import { guardKey } from '../../model/guard.ts';
import type { Statement } from '../../model/policy.ts';
import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { holesOf, type Text } from '../../model/text.ts';
import { isPipelineIssuer } from '../data/pipeline-issuers.ts';
import { issuerOf, opensToOutsiders } from '../tokens-of-outsiders.ts';
import { type TrustedParty, trustedParty } from '../trusted-party.ts';
import { federated } from './federated-trust.ts';
import { arnOf } from './permission.ts';
import { remembered } from './remembered.ts';
import { candidatesFor, type SubjectIndex, subjectIndex } from './subject-index.ts';
import { claimsOf, nameOf, sourceOf, type Tokens, tokensKey, tokensOf } from './token-claims.ts';

/** Repositories or projects whose pipelines get the same roles, by tokens of one provider. */
export interface TokenParty {
  /** The provider. */
  readonly party: string;
  /** What the tokens of the first of them say, by claim, as a policy words it. */
  readonly tokens: ReadonlyMap<string, Text>;
  /** `github.com/acme/shop`, `github.com/acme/shop:ref:refs/heads/main`, `gitlab.com/acme/*`: all of them, sorted. */
  readonly names: readonly string[];
  readonly opens: readonly { readonly role: Resource; readonly value: Text; readonly decision: Decision }[];
}

/** A role with the statements by which it trusts a provider. */
interface Trust {
  readonly role: Resource;
  readonly provider: TrustedParty;
  readonly statements: readonly Statement[];
}

/**
 * The repositories and projects that trust policies name, for providers that vouch for the runs of pipelines: those that get just
 * the same are one. Somebody who controls one repository has the tokens of this one, and no other's.
 */
export const tokenParties = remembered((ask: Questions): readonly TokenParty[] =>
  [...trustsByProvider(ask).values()].flatMap((trusts) => partiesOf(ask, trusts)),
);

/** Providers that are told by the repositories that they vouch for. */
export const providersOfPipelines = remembered(
  (ask: Questions): ReadonlySet<string> =>
    new Set(
      [...trustsByProvider(ask)].flatMap(([id, trusts]) => (issuerOfPipelines(trusts) === undefined ? [] : [id])),
    ),
);

const trustsByProvider = remembered((ask: Questions): ReadonlyMap<string, readonly Trust[]> => {
  const found = new Map<string, Trust[]>();
  for (const role of ask.system.withAnswer('trustPolicy'))
    for (const trust of trustsOf(ask, role)) {
      const before = found.get(trust.provider.id);
      if (before === undefined) found.set(trust.provider.id, [trust]);
      else before.push(trust);
    }
  return found;
});

/** The issuer, if it gives tokens to the runs of pipelines: it is known to, or a policy asks for such a subject. */
function issuerOfPipelines(trusts: readonly Trust[]): string | undefined {
  const [first] = trusts;
  if (first === undefined) return undefined;
  const issuer = issuerOf(first.provider.provider, first.provider.name);
  const asked = trusts.flatMap(({ statements }) => statements.flatMap((one) => tokensOf(one, issuer)));
  return isPipelineIssuer(issuer) || asked.some((one) => sourceOf(issuer, one) !== undefined) ? issuer : undefined;
}

function trustsOf(ask: Questions, role: Resource): readonly Trust[] {
  const byProvider = new Map<string, Trust>();
  for (const { statement, provider: value } of federated(ask, role)) {
    const provider = trustedParty(ask.system, role, { kind: 'Federated', value });
    if (provider === undefined) continue;
    const before = byProvider.get(provider.id)?.statements ?? [];
    byProvider.set(provider.id, { role, provider, statements: [...before, statement] });
  }
  return [...byProvider.values()];
}

function partiesOf(ask: Questions, trusts: readonly Trust[]): readonly TokenParty[] {
  const issuer = issuerOfPipelines(trusts);
  const [first] = trusts;
  if (issuer === undefined || first === undefined) return [];
  const asked = trusts.map((trust) => ({ ...trust, tokens: trust.statements.flatMap((one) => tokensOf(one, issuer)) }));
  const each = new Map(asked.flatMap(({ tokens }) => tokens.map((one) => [tokensKey(one), one] as const)));
  const index = subjectIndex([...each.values()].map((tokens) => ({ tokens, subject: tokens.get('sub') })));
  const opens = new Map<Tokens, TokenParty['opens'][number][]>();
  for (const trust of asked)
    for (const [tokens, decision] of openings(ask, { trust, index, issuer })) {
      const opening = { role: trust.role, value: trust.provider.value, decision };
      const before = opens.get(tokens);
      if (before === undefined) opens.set(tokens, [opening]);
      else before.push(opening);
    }
  return foldedBySignature(opens, { party: first.provider.id, issuer });
}

interface Opening {
  readonly trust: Trust & { readonly tokens: readonly Tokens[] };
  readonly index: SubjectIndex<{ readonly tokens: Tokens }>;
  readonly issuer: string;
}

/** Whose tokens open the role. Where those of anybody do, nobody in particular is told of. */
function* openings(ask: Questions, { trust, index, issuer }: Opening): Iterable<readonly [Tokens, Decision]> {
  const { role, provider, tokens } = trust;
  const action = 'sts:AssumeRoleWithWebIdentity';
  if (opensToOutsiders(ask, role, { issuer, provider: provider.value, action }) !== undefined) return;
  const candidates = candidatesFor(
    index,
    tokens.map((one) => one.get('sub')),
  );
  for (const one of candidates) {
    const decision = ask.access.decide({
      caller: { kind: 'federated', provider: provider.value, claims: claimsOf(issuer, one.tokens) },
      action,
      resource: arnOf(role),
      on: role.id,
    });
    const isOpen = decision.verdict !== 'deny' && decision.allowedBy.length > 0;
    if (isOpen && !isOfAnother(decision, one.tokens, issuer)) yield [one.tokens, decision];
  }
}

/**
 * A name that only deployment tells (`repo:${Organization}/…`) is somebody's, who is one of those told of: that it may be the name
 * of another of them goes without saying.
 */
function isOfAnother({ conditions }: Decision, tokens: Tokens, issuer: string): boolean {
  const isOpen = (value: Text) => holesOf(value).length > 0;
  return conditions.some(
    ({ key, values }) =>
      key.toLowerCase().startsWith(`${issuer.toLowerCase()}:`) &&
      !key.toLowerCase().endsWith(':aud') &&
      (values.some(isOpen) || [...tokens.values()].some(isOpen)),
  );
}

function foldedBySignature(
  opens: ReadonlyMap<Tokens, TokenParty['opens']>,
  { party, issuer }: { readonly party: string; readonly issuer: string },
): readonly TokenParty[] {
  const groups = new Map<string, (readonly [string, Tokens])[]>();
  for (const [tokens, roles] of opens) {
    const key = roles
      .map(({ role, decision }) => `${role.id} ${decision.verdict} ${guardKey(decision.guard)}`)
      .join('\n');
    groups.set(key, [...(groups.get(key) ?? []), [nameOf(issuer, tokens), tokens]]);
  }
  return [...groups.values()].flatMap((members) => {
    const sorted = members.toSorted(([one], [other]) => (one < other ? -1 : 1));
    const [, tokens] = sorted[0] ?? [];
    if (tokens === undefined) return [];
    return { party, tokens, names: [...new Set(sorted.map(([name]) => name))], opens: opens.get(tokens) ?? [] };
  });
}
