import { allFacts, casesOf, type Fact, given } from '../../../model/fact.ts';
import type { PolicyCondition, PolicySource, Statement } from '../../../model/policy.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { literalOf, type Text, text } from '../../../model/text.ts';
import { textOf, type Value } from '../../../model/value.ts';
import { property } from '../../answer.ts';
import { noAnswers } from '../../no-answers.ts';

/**
 * A grant of a key. CloudFormation has no such type; Terraform (aws_kms_grant) and ListGrants of an account give them, with
 * the parameters of CreateGrant as properties.
 */
export default defineService({
  type: 'AWS::KMS::Grant',
  title: 'KMS grant',
  element: 'part',
  partOf: keyOf,
  service: 'control',
  documentation: 'https://docs.aws.amazon.com/kms/latest/developerguide/grants.html',
  facts: noAnswers('a grant lets somebody use its key, which answers'),
  contributes: (view) => keyOf(view).map((to) => ({ to, dimension: 'keyGrants', fact: grantPolicies(view) })),
  ignored: {},
});

function keyOf(view: ResourceView): readonly Value[] {
  const key = view.read('KeyId');
  return key === undefined ? [] : [key];
}

const parts = ['GranteePrincipal', 'RetiringPrincipal', 'Operations', 'Constraints', 'IssuingAccount'] as const;

type Grant = Readonly<Partial<Record<(typeof parts)[number], Value | undefined>>>;

/**
 * The grant as the statements that it is equal to: the grantee may do the operations, with the encryption context that the
 * constraints ask for; the retiring principal may retire it. https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateGrant.html
 */
function grantPolicies(view: ResourceView): Fact<readonly PolicySource[]> {
  const values: Fact<Grant> = allFacts(Object.fromEntries(parts.map((name) => [name, property(view, name)])));
  const sources = casesOf(values).flatMap(({ guard, fact }): readonly PolicySource[] => {
    if (fact.kind !== 'known') return [];
    const statements = statementsOf(view, fact.value).map((said) => ({ ...said, guard }));
    const document = { version: '2012-10-17', statements, origin: view.origin(), guard: view.resource.guard } as const;
    const [issuedBy] = textsOf(fact.value.IssuingAccount).flatMap(accountIn);
    const name = `grant ${view.resource.address}`;
    return [{ name, kind: 'grant', statedBy: view.resource.id, document, ...(issuedBy !== undefined && { issuedBy }) }];
  });
  return given(sources);
}

/** ListGrants tells the account that made a grant as the ARN of its root. */
function accountIn(issuer: Text): readonly Text[] {
  const account = /^(?:arn:[a-z-]+:iam::)?(\d{12})(?::root)?$/.exec(literalOf(issuer) ?? '')?.[1];
  return account === undefined ? [] : [[account]];
}

function statementsOf(view: ResourceView, grant: Grant): readonly Omit<Statement, 'guard'>[] {
  const origin = view.origin();
  const allow = (principal: Text, operations: readonly Text[], conditions: readonly PolicyCondition[]) => ({
    effect: 'Allow' as const,
    principals: [{ kind: isService(principal) ? ('Service' as const) : ('AWS' as const), value: principal }],
    actions: operations.map((operation) => text('kms:', ...operation)),
    conditions,
    origin,
    index: 0,
  });
  const [grantee] = textsOf(grant.GranteePrincipal);
  const [retiring] = textsOf(grant.RetiringPrincipal);
  return [
    ...(grantee === undefined ? [] : [allow(grantee, textsOf(grant.Operations), conditionsOf(view, grant))]),
    ...(retiring === undefined ? [] : [allow(retiring, [['RetireGrant']], [])]),
  ];
}

function isService(principal: Text): boolean {
  return literalOf(principal)?.endsWith('.amazonaws.com') === true;
}

/** `EncryptionContextSubset` asks for these pairs among others, `EncryptionContextEquals` for them alone. */
function conditionsOf(view: ResourceView, { Constraints }: Grant): readonly PolicyCondition[] {
  if (Constraints?.kind !== 'map') return [];
  return ['EncryptionContextSubset', 'EncryptionContextEquals'].flatMap((name): readonly PolicyCondition[] => {
    const pairs = Constraints.entries.get(name);
    if (pairs?.kind !== 'map' || pairs.entries.size === 0) return [];
    const { origin } = pairs;
    const each = [...pairs.entries].map(([key, value]) => ({
      operator: 'StringEquals',
      key: `kms:EncryptionContext:${key}`,
      values: textsOf(value),
      origin,
    }));
    const keys = [...pairs.entries.keys()].map((key) => [key]);
    const alone = {
      operator: 'ForAllValues:StringEquals',
      key: 'kms:EncryptionContextKeys',
      values: keys,
      origin: view.origin(`Constraints.${name}`),
    };
    return name === 'EncryptionContextEquals' ? [...each, alone] : each;
  });
}

function textsOf(value: Value | undefined): readonly Text[] {
  if (value === undefined) return [];
  if (value.kind === 'list') return value.items.flatMap(textsOf);
  const text = textOf(value);
  return text === undefined ? [] : [text];
}
