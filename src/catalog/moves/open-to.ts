import type { AttackFact, ProofItem } from '../../model/attack.ts';
import { casesOf } from '../../model/fact.ts';
import type { PolicySource, Statement } from '../../model/policy.ts';
import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { literalOf } from '../../model/text.ts';
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

/** A resource lets strangers in by a statement that may mean everybody, or by a public list. */
function statesGrants(ask: Questions, resource: Resource): boolean {
  const policies = casesOf(ask.system.fact(resource.id, 'resourcePolicy'));
  const gates = casesOf(ask.system.fact(resource.id, 'publicAccessGate'));
  return (
    policies.some(({ fact }) => fact.kind === 'unknown' || fact.value.some(mayMeanStrangers)) ||
    gates.some(({ fact }) => fact.kind === 'known' && fact.value.publicAcl !== undefined)
  );
}

function mayMeanStrangers({ document }: PolicySource): boolean {
  return document.open !== undefined || document.statements.some(mayLetStrangersIn);
}

function mayLetStrangersIn({ effect, principals, notPrincipals, open }: Statement): boolean {
  if (effect !== 'Allow') return false;
  if (open !== undefined || notPrincipals !== undefined || principals === undefined) return true;
  return principals.some(
    ({ kind, value }) => kind === '*' || (kind === 'AWS' && [undefined, '*'].includes(literalOf(value))),
  );
}
