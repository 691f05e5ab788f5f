import type { PublicAccessGate } from '../../model/dimension.ts';
import { casesOf, type Fact } from '../../model/fact.ts';
import { always } from '../../model/guard.ts';
import type { PolicySource } from '../../model/policy.ts';
import type { AccessRequest } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { type Text, text, textKey } from '../../model/text.ts';
import type { AccessOptions, AccessSystem } from './access-options.ts';
import { type PrincipalPolicies, sourcesOf } from './principal-policies.ts';
import { aclPolicies } from './public-access-gate.ts';
import type { Subject } from './subject.ts';

/** All policies that have a say in a request. */
export interface PoliciesInPlay {
  readonly identity: readonly PolicySource[];
  /** Undefined when the caller has none, which limits nothing. */
  readonly boundary: readonly PolicySource[] | undefined;
  readonly session: readonly PolicySource[] | undefined;
  /** Level by level, root first. */
  readonly serviceControl: readonly (readonly PolicySource[])[];
  readonly resourceControl: readonly PolicySource[];
  readonly resource: readonly PolicySource[];
  /** `key` and `trust`: without its consent nothing goes, whatever the caller's own policies say. */
  readonly resourceRule: 'any' | 'key' | 'trust';
  readonly gate: Fact<PublicAccessGate>;
}

/** What policies are read from. */
export interface PolicyShelf {
  readonly system: AccessSystem;
  readonly principals: PrincipalPolicies;
  readonly options: AccessOptions;
}

export function policiesInPlay(
  request: AccessRequest,
  parties: { readonly subject: Subject; readonly on: Resource | undefined; readonly ownedBy: Text | undefined },
  shelf: PolicyShelf,
): PoliciesInPlay {
  const { subject, on, ownedBy } = parties;
  const principal = subject.kind === 'role' || subject.kind === 'user' ? subject : undefined;
  const boundary = principal === undefined ? [] : shelf.principals.boundary(principal.resource.id);
  const service = request.action.slice(0, request.action.indexOf(':')).toLowerCase();
  const gate: Fact<PublicAccessGate> =
    on === undefined ? { kind: 'not-applicable', reason: '' } : shelf.system.fact(on.id, 'publicAccessGate');
  const resource = on === undefined ? [] : resourcePolicies(service, on, shelf.system);
  return {
    identity: principal === undefined ? [] : shelf.principals.identity(principal.resource.id),
    boundary: boundary.length === 0 ? undefined : boundary,
    session: request.session,
    serviceControl: principal === undefined ? [] : serviceControl(principal, shelf.options),
    resourceControl: resourceControl(subject, ownedBy, service, shelf.options),
    resource: on === undefined ? [] : [...resource, ...aclPolicies(gate, on)],
    resourceRule: service === 'kms' ? 'key' : service === 'sts' ? 'trust' : 'any',
    gate,
  };
}

/**
 * The trust policy for taking a role; the resource's own policy for all else. A key without a policy has the default one,
 * which leaves everything to the account. https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 */
function resourcePolicies(service: string, on: Resource, system: AccessSystem): readonly PolicySource[] {
  if (service === 'sts') return sourcesOf(system.fact(on.id, 'trustPolicy'), 'trust', on.origin);
  const stated = sourcesOf(system.fact(on.id, 'resourcePolicy'), 'resource', on.origin);
  return service === 'kms' && stated.length === 0 && isKey(on, system) ? [defaultKeyPolicy(on, system)] : stated;
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

/** "SCPs don't affect users or roles in the management account" nor service-linked roles. */
function serviceControl(
  principal: Extract<Subject, { kind: 'role' | 'user' }>,
  { organization }: AccessOptions,
): readonly (readonly PolicySource[])[] {
  const guardrails = organization?.accounts.get(textKey(principal.account));
  if (guardrails === undefined || guardrails.management || principal.serviceLinked) return [];
  return guardrails.serviceControl;
}

/**
 * Services that resource control policies work on, as far as known here.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html
 */
const underResourceControl: ReadonlySet<string> = new Set(['s3', 'sts', 'kms', 'sqs', 'secretsmanager', 'ecr', 'aoss']);

function resourceControl(
  subject: Subject,
  ownedBy: Text | undefined,
  service: string,
  { organization }: AccessOptions,
): readonly PolicySource[] {
  const guardrails = ownedBy === undefined ? undefined : organization?.accounts.get(textKey(ownedBy));
  const serviceLinked = (subject.kind === 'role' || subject.kind === 'user') && subject.serviceLinked;
  if (guardrails === undefined || guardrails.management || serviceLinked) return [];
  return underResourceControl.has(service) ? guardrails.resourceControl.flat() : [];
}
