import type { Claims, KeyValue } from '../../model/caller.ts';
import type { Hole, Text } from '../../model/text.ts';

/**
 * Claims that STS makes condition keys of, for every provider. "Available keys for AWS OIDC federation",
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif
 */
const standardClaims: readonly string[] = ['amr', 'aud', 'email', 'oaud', 'sub'];

/** What a claim says in the token of an outsider, who has an account of his own with the same issuer. */
type OutsidersClaim =
  /** What he likes. */
  | 'anything'
  /** A name or number of his own after this prefix: nobody else's. */
  | { readonly own: string };

interface SharedIssuer {
  /** Keys besides the standard ones, from the tab of the provider on the same page. */
  readonly claims: readonly string[];
  /** May anybody have an account with it? Then what an outsider can make a token say, by claim. */
  readonly outsiders?: Readonly<Record<string, OutsidersClaim>>;
}

const own = (prefix = ''): OutsidersClaim => ({ own: prefix });

/** Issuers that serve many customers under one host name, by host name. */
const sharedIssuers: Readonly<Record<string, SharedIssuer>> = {
  // https://docs.github.com/en/actions/reference/security/oidc
  'token.actions.githubusercontent.com': {
    claims:
      'actor actor_id enterprise_id environment job_workflow_ref ref repository repository_id repository_owner_id workflow'.split(
        ' ',
      ),
    outsiders: {
      aud: 'anything',
      sub: own('repo:'),
      actor: own(),
      actor_id: own(),
      enterprise_id: own(),
      environment: 'anything',
      // A public workflow of somebody else may be called from any repository.
      job_workflow_ref: 'anything',
      ref: 'anything',
      repository: own(),
      repository_id: own(),
      repository_owner_id: own(),
      workflow: 'anything',
    },
  },
  // https://docs.gitlab.com/ci/cloud_services/aws/
  'gitlab.com': { claims: [], outsiders: { aud: 'anything', sub: own('project_path:') } },
  // https://developer.hashicorp.com/terraform/cloud-docs/workspaces/dynamic-provider-credentials/aws-configuration
  'app.terraform.io': { claims: [], outsiders: { aud: 'anything', sub: own('organization:') } },
  // https://buildkite.com/docs/pipelines/security/oidc
  'agent.buildkite.com': { claims: [], outsiders: { aud: 'anything', sub: own('organization:') } },
  'accounts.google.com': {
    claims: ['azp', 'google/organization_number'],
    outsiders: { aud: own(), oaud: 'anything', sub: own(), email: own() },
  },
  'graph.facebook.com': { claims: ['app_id', 'id'], outsiders: { app_id: own(), id: own() } },
  'www.amazon.com': { claims: ['app_id', 'user_id'], outsiders: { app_id: own(), user_id: own() } },
  // Anybody makes identity pools; `aud` is the pool. https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html
  'cognito-identity.amazonaws.com': {
    claims: [],
    outsiders: { aud: own(), sub: own(), amr: 'anything' },
  },
};

const shared = (host: string): SharedIssuer | undefined =>
  Object.hasOwn(sharedIssuers, host) ? sharedIssuers[host] : undefined;

/** Issuers with a host or path for each customer whose further claims are keys too, from the same page. */
const ownIssuers: readonly { readonly host: RegExp; readonly claims: readonly string[] }[] = [
  { host: /^oidc\.circleci\.com\/org\//, claims: ['oidc.circleci.com/project-id'] },
  { host: /\.identity\.oraclecloud\.com$/, claims: ['rpst_id'] },
];

/** Does STS know this claim of the issuer as a condition key? One that it does not know is never in a request. */
export function isKnownClaim(host: string, claim: string): boolean {
  const further = shared(host)?.claims ?? ownIssuers.find((issuer) => issuer.host.test(host))?.claims ?? [];
  return standardClaims.includes(claim) || further.includes(claim);
}

/** Can anybody have an account with the issuer, and so tokens of it? */
export function isShared(host: string): boolean {
  return shared(host)?.outsiders !== undefined;
}

/** A name in which nobody else's can be: another one than every name that a policy spells out. */
export const ownName: Hole = { symbol: 'own:name', kind: 'expression', settledBy: 'a name of the caller’s own' };

/**
 * What anybody with an account of his own can make a token of the issuer say; undefined for issuers that serve one customer
 * only. At a shared issuer he controls everything under his own name (`repo:<his>/…`), and nothing under another's.
 */
export function outsidersClaims(host: string): Claims | undefined {
  const outsiders = shared(host)?.outsiders;
  if (outsiders === undefined) return undefined;
  return new Map(Object.entries(outsiders).map(([claim, what]) => [claim, claimValue(what)]));
}

function claimValue(what: OutsidersClaim): KeyValue {
  if (what === 'anything') return { kind: 'open', present: 'maybe', control: 'attacker' };
  const shape: Text = what.own === '' ? [ownName] : [what.own, ownName];
  return { kind: 'open', present: 'yes', control: 'attacker', shape };
}
