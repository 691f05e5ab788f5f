import { readPolicies } from '../../catalog/read-policy.ts';
import { always } from '../../model/guard.ts';
import type { Origin, OriginTable } from '../../model/origin.ts';
import type { PolicySource } from '../../model/policy.ts';
import { policyValue } from '../account/policy-value.ts';
import type { Node } from '../cloudformation/node.ts';

/** Service control policies limit principals, resource control policies resources. */
export type GuardrailKind = 'scp' | 'rcp';

/** A policy of an organization; undefined when the node is no policy document. */
export function guardrail(name: string, kind: GuardrailKind, node: Node): PolicySource | undefined {
  const value = policyValue(node);
  const [document] = value === undefined ? [] : readPolicies(value);
  return document === undefined ? undefined : { name, kind, document };
}

/** A policy of which nothing is known but that it may be there: it may allow, and is not taken to deny. */
export function openGuardrail(kind: GuardrailKind, settledBy: string, origin: Origin): PolicySource {
  const open = { symbol: `lookup:${settledBy}`, kind: 'lookup', settledBy } as const;
  return { name: settledBy, kind, document: { version: '2012-10-17', statements: [], origin, guard: always, open } };
}

/**
 * What every level has until somebody detaches it: "Organizations attaches an AWS managed SCP named FullAWSAccess to every
 * root, OU and account". https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html
 * Its twin for resources allows everything as well and cannot be detached.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html
 */
export function fullAccess(kind: GuardrailKind, origins: OriginTable): PolicySource {
  const name = kind === 'scp' ? 'FullAWSAccess' : 'RCPFullAWSAccess';
  const origin = origins.add({ kind: 'knowledge', document: `AWS-managed policy ${name}` });
  const statement = {
    effect: 'Allow',
    actions: [['*']],
    resources: [['*']],
    ...(kind === 'rcp' && { principals: [{ kind: '*', value: ['*'] }] as const }),
    conditions: [],
    origin,
    guard: always,
    index: 0,
  } as const;
  return { name, kind, document: { version: '2012-10-17', statements: [statement], origin, guard: always } };
}
