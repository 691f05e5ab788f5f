import type { AttackFact, ProofItem } from '../../model/attack.ts';
import { casesOf } from '../../model/fact.ts';
import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { dataArn } from '../data-arn.ts';
import { isUsable } from './permission.ts';

/** A resource that strangers may use, with what they need for it. */
export interface OpenResource {
  readonly resource: Resource;
  readonly needs: AttackFact;
  readonly item: Extract<ProofItem, { kind: 'open-to' }>;
}

/** Of the resources, those whose own policies let strangers do the action: everybody, or every AWS account. */
export function* openTo(ask: Questions, action: string, resources: readonly Resource[]): Generator<OpenResource> {
  for (const resource of resources) {
    if (!statesGrants(ask, resource)) continue;
    for (const who of ['anonymous', 'any-aws-account'] as const) {
      const decision = ask.access.decide({
        caller: { kind: who },
        action,
        resource: dataArn(resource),
        on: resource.id,
      });
      if (!isUsable(decision)) continue;
      const needs: AttackFact =
        who === 'anonymous' ? { kind: 'network', where: 'internet' } : { kind: 'any-aws-account' };
      yield { resource, needs, item: { kind: 'open-to', who, action, on: resource.id, decision } };
      // Whoever has an account can ask without it as well.
      if (decision.verdict === 'allow') break;
    }
  }
}

/** Resources without any policy or public list of their own let no stranger in. */
function statesGrants(ask: Questions, resource: Resource): boolean {
  const policies = casesOf(ask.system.fact(resource.id, 'resourcePolicy'));
  const gates = casesOf(ask.system.fact(resource.id, 'publicAccessGate'));
  return (
    policies.some(({ fact }) => fact.kind === 'unknown' || fact.value.length > 0) ||
    gates.some(({ fact }) => fact.kind === 'known' && fact.value.publicAcl !== undefined)
  );
}
