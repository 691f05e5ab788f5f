import type { ProofItem } from '../../model/attack.ts';
import type { Change, Guardrail } from '../../model/choke-points.ts';
import { always } from '../../model/guard.ts';
import { id, type MitigationId, type ResourceId } from '../../model/id.ts';
import type { Statement } from '../../model/policy.ts';
import type { Resource } from '../../model/resource.ts';
import { describeText, type Text, textKey } from '../../model/text.ts';
import { isOutside } from './boundary-changes.ts';
import type { ChangeContext } from './change-context.ts';
import { listed } from './right-changes.ts';
import type { FoundPremise } from './statement-uses.ts';

/**
 * Where the input has the organization: one service control policy for an account that denies all rights over identities which attack
 * paths use in it, to everybody but those whom the system needs to have them. Where it has not, nobody knows whether there is one.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_examples_general.html
 */
export function guardrailChanges(premises: readonly FoundPremise[], context: ChangeContext): readonly Change[] {
  const accounts = new Map<string, Denied>();
  for (const { item } of premises) {
    if (!isOutside(item)) continue;
    const account = accountOf(item.principal, context);
    if (account === undefined || !context.guarded.service.has(textKey(account))) continue;
    const denied = accounts.get(textKey(account)) ?? { account, actions: new Set(), principals: new Set() };
    denied.actions.add(item.action);
    denied.principals.add(item.principal);
    accounts.set(textKey(account), denied);
  }
  return [...accounts.values()].flatMap((denied) => changeOf(denied, context) ?? []);
}

interface Denied {
  readonly account: Text;
  readonly actions: Set<string>;
  readonly principals: Set<ResourceId>;
}

function accountOf(principal: string, { ask, resource }: ChangeContext): Text | undefined {
  const found = resource(principal);
  return found === undefined ? undefined : ask.system.deploymentOf(found.id).account;
}

function changeOf({ account, actions, principals }: Denied, context: ChangeContext): Change | undefined {
  const names = [...actions].sort();
  const exempt = exemptOf(names, account, context);
  const stopped = [...principals].filter((one) => !exempt.some((other) => other.id === one)).sort();
  const [first] = stopped.flatMap((one) => context.resource(one) ?? []);
  if (first === undefined) return undefined;
  const control = 'service-control-policy';
  const title = `Deny ${listed(names)} in account ${describeText(account)} by a service control policy`;
  const statement = wordsOf(names, exempt);
  const hits = (item: ProofItem) => isOutside(item) && actions.has(item.action) && stopped.includes(item.principal);
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
      value: `Deny ${listed(names)}`,
    },
    patches: [{ property: 'Content.Statement', before: '', after: JSON.stringify(statement) }],
    effort: context.effortOf(control),
    loss: 7,
    origin: first.origin,
    guardrail: guardrailOf(names, { account, exempt, first }),
    hits,
    apply: (one) => one,
  };
}

/** Who needs one of the rights: who administers the account, and roles by which the system makes identities. */
function exemptOf(actions: readonly string[], account: Text, context: ChangeContext): readonly Resource[] {
  const wanted = context.needs.flatMap(({ right }) =>
    right !== undefined && (right.action === '*' || actions.includes(right.action)) ? [right.principal] : [],
  );
  const found = [...new Set(wanted)].sort().flatMap((one) => context.resource(one) ?? []);
  return found.filter((one) => textKey(context.ask.system.deploymentOf(one.id).account) === textKey(account));
}

function arnOf({ arn, name }: Resource): Text {
  return arn ?? name;
}

function guardrailOf(
  actions: readonly string[],
  {
    account,
    exempt,
    first,
  }: { readonly account: Text; readonly exempt: readonly Resource[]; readonly first: Resource },
): Guardrail {
  const { origin } = first;
  const condition = { operator: 'ArnNotLike', key: 'aws:PrincipalArn', values: exempt.map(arnOf), origin };
  const statement: Statement = {
    effect: 'Deny',
    actions: actions.map((action) => [action]),
    resources: [['*']],
    conditions: exempt.length === 0 ? [] : [condition],
    origin,
    guard: always,
    index: 0,
  };
  const document = { version: '2012-10-17', statements: [statement], origin, guard: always } as const;
  return { account: textKey(account), policy: { name: 'the proposed policy', kind: 'scp', document } };
}

/** The statement as the policy would have it. */
function wordsOf(actions: readonly string[], exempt: readonly Resource[]): object {
  const arns = exempt.map((one) => describeText(arnOf(one)));
  return {
    Effect: 'Deny',
    Action: actions,
    Resource: '*',
    ...(arns.length > 0 && { Condition: { ArnNotLike: { 'aws:PrincipalArn': arns } } }),
  };
}
