import { isUnderResourceControl } from '../../../src/catalog/data/resource-control.ts';
import { needsBothSides } from '../../../src/catalog/data/two-sided-actions.ts';
import type { AccessOptions, AccessSystem } from '../../../src/define/access/access-options.ts';
import { aclPolicies } from '../../../src/define/access/acl-policies.ts';
import { grantsOf, type PrincipalPolicies, sourcesOf } from '../../../src/define/access/principal-policies.ts';
import { accountOf, isPrincipal, type Subject } from '../../../src/define/access/subject.ts';
import type { AccessRequest } from '../../../src/model/access.ts';
import type { PublicAccessGate } from '../../../src/model/data-keeping.ts';
import { casesOf, type Fact } from '../../../src/model/fact.ts';
import { always } from '../../../src/model/guard.ts';
import type { PolicySource } from '../../../src/model/policy.ts';
import type { Resource } from '../../../src/model/resource.ts';
import { describeText, type Text, text, textKey } from '../../../src/model/text.ts';

/** All policies that have a say in a request. */
export interface PoliciesInPlay {
  readonly identity: readonly PolicySource[];
  /** Undefined when the caller has none, which limits nothing. */
  readonly boundary: readonly PolicySource[] | undefined;
  readonly session: readonly PolicySource[] | undefined;
  /** Level by level, root first. */
  readonly serviceControl: readonly (readonly PolicySource[])[];
  readonly resourceControl: readonly PolicySource[];
  /** Of the VPC endpoint that the request comes through; undefined when it has none, which lets everything pass. */
  readonly endpoint: EndpointPolicies | undefined;
  readonly resource: readonly PolicySource[];
  /** `key` and `trust`: without its consent nothing goes, whatever the caller's own policies say. */
  readonly resourceRule: 'any' | 'key' | 'trust' | 'both';
  readonly gate: Fact<PublicAccessGate>;
}

export interface EndpointPolicies {
  readonly sources: readonly PolicySource[];
  /** A route to S3 or DynamoDB: naming an account there means its root user alone. */
  readonly gateway: boolean;
}

/** What policies are read from. */
export interface PolicyShelf {
  readonly system: AccessSystem;
  readonly principals: PrincipalPolicies;
  readonly options: AccessOptions;
}

/** Who asks, for which resource of ours, and whose it is. */
export interface Parties {
  readonly subject: Subject;
  readonly on: Resource | undefined;
  readonly ownedBy: Text | undefined;
}

export function policiesInPlay(request: AccessRequest, parties: Parties, shelf: PolicyShelf): PoliciesInPlay {
  const { subject, on } = parties;
  const principal = isPrincipal(subject) ? subject : undefined;
  const boundary = principal === undefined ? [] : shelf.principals.boundary(principal.resource.id);
  const service = request.action.slice(0, request.action.indexOf(':')).toLowerCase();
  const gate: Fact<PublicAccessGate> =
    on === undefined ? { kind: 'not-applicable', reason: '' } : shelf.system.fact(on.id, 'publicAccessGate');
  const resource = on === undefined ? [] : resourcePolicies(service, on, shelf.system);
  return {
    identity: principal === undefined ? [] : shelf.principals.identity(principal.resource.id),
    boundary: boundary.length === 0 ? undefined : boundary,
    session: sessionPolicies(subject, shelf),
    serviceControl: serviceControl(subject, shelf.options),
    resourceControl: resourceControl(request, parties, shelf.options),
    endpoint: endpointPolicies(request, shelf.system),
    resource: on === undefined ? [] : [...resource, ...aclPolicies(gate, on)],
    resourceRule: ruleOf(request.action, service),
    gate,
  };
}

function ruleOf(action: string, service: string): PoliciesInPlay['resourceRule'] {
  if (needsBothSides(action.toLowerCase())) return 'both';
  return service === 'kms' ? 'key' : service === 'sts' ? 'trust' : 'any';
}

/**
 * "If you do not pass a policy, the resulting federated user session has no permissions" but those that resources give.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html
 */
function sessionPolicies(subject: Subject, { principals }: PolicyShelf): readonly PolicySource[] | undefined {
  const session = isPrincipal(subject) ? subject.session : undefined;
  if (session?.policies !== undefined) return principals.complete(session.policies);
  return session?.obtained.kind === 'federation-token' ? [] : undefined;
}

/** https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html: the default policy allows full access. */
function endpointPolicies({ from }: AccessRequest, system: AccessSystem): EndpointPolicies | undefined {
  const endpoint = from?.kind === 'vpc' ? from.endpoint : undefined;
  const place = endpoint === undefined ? undefined : system.resource(endpoint);
  if (place === undefined) return undefined;
  const stated = sourcesOf(system.fact(place.id, 'resourcePolicy'), 'endpoint', place.origin);
  if (stated.length === 0) return undefined;
  const parts = casesOf(system.fact(place.id, 'network')).flatMap(({ fact }) =>
    fact.kind === 'known' ? fact.value : [],
  );
  return { sources: stated, gateway: parts.some((part) => part.kind === 'endpoint' && part.gateway) };
}

/**
 * The trust policy for taking a role; the resource's own policy for all else. A key without a policy has the default one,
 * which leaves everything to the account. https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 */
function resourcePolicies(service: string, on: Resource, system: AccessSystem): readonly PolicySource[] {
  if (service === 'sts') return sourcesOf(system.fact(on.id, 'trustPolicy'), 'trust', on.origin);
  const stated = sourcesOf(system.fact(on.id, 'resourcePolicy'), 'resource', on.origin);
  if (service !== 'kms' || !isKey(on, system)) return stated;
  return [...(stated.length === 0 ? [defaultKeyPolicy(on, system)] : stated), ...grantsOf(on, system)];
}

function isKey(on: Resource, system: AccessSystem): boolean {
  return casesOf(system.fact(on.id, 'resourcePolicy')).length > 0;
}

function defaultKeyPolicy(key: Resource, system: AccessSystem): PolicySource {
  const { account, partition } = system.deploymentOf(key.id);
  const root = text('arn:', ...partition, ':iam::', ...account, ':root');
  const statement = {
    effect: 'Allow',
    principals: [{ kind: 'AWS', value: root }],
    actions: [['kms:*']],
    resources: [['*']],
    conditions: [],
    origin: key.origin,
    guard: always,
    index: 0,
  } as const;
  const document = { version: '2012-10-17', statements: [statement], origin: key.origin, guard: always } as const;
  return { name: 'default key policy', kind: 'resource', statedBy: key.id, document };
}

/**
 * "SCPs don't affect users or roles in the management account" nor service-linked roles; they hold for an account's root user.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html
 */
function serviceControl(subject: Subject, { organization }: AccessOptions): readonly (readonly PolicySource[])[] {
  const account = accountOf(subject);
  const guardrails = account === undefined ? undefined : organization?.accounts.get(textKey(account));
  if (guardrails === undefined || guardrails.management || isServiceLinked(subject)) return [];
  return guardrails.serviceControl;
}

function isServiceLinked(subject: Subject): boolean {
  return isPrincipal(subject) && subject.serviceLinked;
}

/** "RCPs do not apply to AWS managed keys", which are named by an alias of AWS. */
function resourceControl(
  { action, resource }: AccessRequest,
  { subject, ownedBy }: Parties,
  { organization }: AccessOptions,
): readonly PolicySource[] {
  const guardrails = ownedBy === undefined ? undefined : organization?.accounts.get(textKey(ownedBy));
  if (guardrails === undefined || guardrails.management || isServiceLinked(subject)) return [];
  if (!isUnderResourceControl(action) || describeText(resource).includes(':alias/aws/')) return [];
  return guardrails.resourceControl.flat();
}
