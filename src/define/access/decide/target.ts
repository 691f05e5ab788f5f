import { isForOwnAccountOnly } from '../../../catalog/data/own-account-actions.ts';
import { needsBothSides } from '../../../catalog/data/two-sided-actions.ts';
import { spelledOut } from '../../../catalog/invocation-arn.ts';
import type { PublicAccessGate } from '../../../model/data-keeping.ts';
import { casesOf, type Fact } from '../../../model/fact.ts';
import { always } from '../../../model/guard.ts';
import type { PolicySource } from '../../../model/policy.ts';
import type { Resource } from '../../../model/resource.ts';
import { type Text, text } from '../../../model/text.ts';
import type { AccessSystem } from '../access-options.ts';
import { aclPolicies } from '../acl-policies.ts';
import type { ActionName } from '../compile/action-matcher.ts';
import { compilePolicy, type PolicyCode } from '../compile/policy-code.ts';
import { grantsOf, sourcesOf } from '../principal-policies.ts';
import { isPublicStatement } from './gate.ts';

/** What is asked for, with the policies that it has itself. */
export interface TargetCode {
  /** The resource of ours; undefined for one that is not in the input. */
  readonly on: Resource | undefined;
  /** Whose account holds it; undefined when nothing tells. */
  readonly ownedBy: Text | undefined;
  readonly policies: readonly PolicyCode[];
  /**
   * `key` and `trust`: without its consent nothing goes, whatever the caller's own policies say. `both`: nor with it alone,
   * whomever it names.
   */
  readonly rule: 'any' | 'key' | 'trust' | 'both';
  readonly gate: Fact<PublicAccessGate>;
  /** One of its policies is open to everybody. */
  readonly isPublic: boolean;
}

const noGate: Fact<PublicAccessGate> = { kind: 'not-applicable', reason: '' };

export function ruleOf({ service, lower }: ActionName): TargetCode['rule'] {
  if (needsBothSides(lower)) return 'both';
  return service === 'kms' ? 'key' : service === 'sts' ? 'trust' : 'any';
}

/** Equal for actions that AWS decides by the same rules of who has to consent and from where they may be asked. */
export function groundRulesOf(action: ActionName): string {
  return `${ruleOf(action)}${isForOwnAccountOnly(action.lower) ? ' at home' : ''}`;
}

/** Something that is not in the input: nobody knows its policies. */
export function foreignTarget(ownedBy: Text | undefined, rule: TargetCode['rule']): TargetCode {
  return { on: undefined, ownedBy, policies: [], rule, gate: noGate, isPublic: false };
}

/** Is it plain to see that a resource has no policies of its own? Most have none, and of many their type tells it. */
export function createBareness(rule: TargetCode['rule'], system: AccessSystem): (on: Resource) => boolean {
  const dimension = rule === 'trust' ? 'trustPolicy' : 'resourcePolicy';
  const policies = typesWith(dimension, system);
  const gates = typesWith('publicAccessGate', system);
  const mayAnswer = (types: ReadonlySet<string>, { type }: Resource) =>
    types.has(type) || system.service(type) === undefined;
  const isBare = ({ id }: Resource): boolean => {
    const stated = system.fact(id, dimension);
    if (stated.kind === 'not-applicable') return true;
    return rule !== 'key' && stated.kind === 'known' && stated.value.length === 0;
  };
  const isUngated = ({ id }: Resource): boolean => {
    const gate = system.fact(id, 'publicAccessGate');
    if (gate.kind === 'not-applicable') return true;
    return gate.kind === 'known' && gate.value.publicAcl === undefined && (gate.value.grants ?? []).length === 0;
  };
  return (on) => (!mayAnswer(policies, on) || isBare(on)) && (!mayAnswer(gates, on) || isUngated(on));
}

/** Types to some resource of which a dimension applies, as far as knowledge of them tells. */
function typesWith(dimension: PolicyDimension, system: AccessSystem): ReadonlySet<string> {
  const types = new Set<string>();
  for (const { type } of system.withAnswer(dimension)) types.add(type);
  return types;
}

type PolicyDimension = 'trustPolicy' | 'resourcePolicy' | 'publicAccessGate';

/** May a policy of a resource mean a role or a user? Most roles only services may take. */
export function meansPeople({ document }: PolicySource): boolean {
  return (
    document.open !== undefined ||
    document.statements.some(
      ({ principals, notPrincipals }) =>
        principals === undefined ||
        notPrincipals !== undefined ||
        principals.some(({ kind }) => kind === 'AWS' || kind === '*'),
    )
  );
}

/** The policies of a resource, and its access control list as one. */
export function policiesOn(on: Resource, rule: TargetCode['rule'], system: AccessSystem): readonly PolicySource[] {
  return [...statedPolicies(on, rule, system), ...aclPolicies(system.fact(on.id, 'publicAccessGate'), on)];
}

/** What is asked for, with its policies. */
export function compileTarget(
  on: Resource,
  rule: TargetCode['rule'],
  system: AccessSystem,
  sources: readonly PolicySource[],
): TargetCode {
  const gate = system.fact(on.id, 'publicAccessGate');
  return {
    on,
    ownedBy: system.deploymentOf(on.id).account,
    policies: sources.map(compilePolicy),
    rule,
    gate,
    isPublic: sources.some(({ document }) => document.statements.some(isPublicStatement)),
  };
}

/**
 * The trust policy for taking a role; the resource's own policy for all else. A key without a policy has the default one,
 * which leaves everything to the account; grants of keys let others use them. https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 */
function statedPolicies(on: Resource, rule: TargetCode['rule'], system: AccessSystem): readonly PolicySource[] {
  if (rule === 'trust') return sourcesOf(system.fact(on.id, 'trustPolicy'), 'trust', on.origin);
  const fact = system.fact(on.id, 'resourcePolicy');
  const stated = sourcesOf(fact, 'resource', on.origin).map((policy) =>
    spelledOut(policy, on, () => system.deploymentOf(on.id)),
  );
  if (rule !== 'key' || casesOf(fact).length === 0) return stated;
  return [...(stated.length === 0 ? [defaultKeyPolicy(on, system)] : stated), ...grantsOf(on, system)];
}

function defaultKeyPolicy(key: Resource, system: AccessSystem): PolicySource {
  const { account, partition } = system.deploymentOf(key.id);
  const statement = {
    effect: 'Allow',
    principals: [{ kind: 'AWS', value: text('arn:', ...partition, ':iam::', ...account, ':root') }],
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
