import type { Change } from '../../model/choke-points.ts';
import { always } from '../../model/guard.ts';
import { id, type MitigationId } from '../../model/id.ts';
import type { PolicyCondition, Statement } from '../../model/policy.ts';
import type { Resource } from '../../model/resource.ts';
import { describeText, type Text, textKey } from '../../model/text.ts';
import type { ChangeContext } from './change-context.ts';

/** A policy of the organization for one account, which denies some calls on everything there. */
export interface DenyingPolicy {
  readonly kind: 'scp' | 'rcp';
  readonly control: 'service-control-policy' | 'resource-control-policy';
  readonly account: Text;
  /** The first of those whom it stops, or of what it guards: the change is told of this one. */
  readonly first: Resource;
  readonly title: string;
  /** What its statement comes to, for people. */
  readonly value: string;
  readonly actions: readonly string[];
  readonly principals?: Statement['principals'];
  readonly conditions: readonly Omit<PolicyCondition, 'origin'>[];
  /** The statement as the policy would have it. */
  readonly words: object;
  readonly hits: Change['hits'];
}

/** The policy as a change that the model is run with: nothing in the files of the account is another. */
export function denyingPolicy(given: DenyingPolicy, context: ChangeContext): Change {
  const { control, account, first, title, value, words, hits } = given;
  return {
    id: id<MitigationId>(`${control}@${first.id}#${textKey(account)}`),
    title,
    resource: first.id,
    fix: {
      control,
      title,
      resource: `account ${describeText(account)}`,
      type: 'AWS::Organizations::Policy',
      property: 'Content.Statement',
      value,
    },
    patches: [{ property: 'Content.Statement', before: '', after: JSON.stringify(words) }],
    effort: context.effortOf(control),
    loss: 7,
    origin: first.origin,
    guardrail: { account: textKey(account), policy: policyOf(given) },
    hits,
    apply: (one) => one,
  };
}

function policyOf({ kind, first: { origin }, actions, principals, conditions }: DenyingPolicy) {
  const statement: Statement = {
    effect: 'Deny',
    ...(principals !== undefined && { principals }),
    actions: actions.map((action) => [action]),
    resources: [['*']],
    conditions: conditions.map((condition) => ({ ...condition, origin })),
    origin,
    guard: always,
    index: 0,
  };
  const document = { version: '2012-10-17', statements: [statement], origin, guard: always } as const;
  return { name: 'the proposed policy', kind, document } as const;
}
