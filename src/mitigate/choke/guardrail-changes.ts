import type { Change } from '../../model/choke-points.ts';
import type { ResourceId } from '../../model/id.ts';
import type { Resource } from '../../model/resource.ts';
import { describeText, type Text, textKey } from '../../model/text.ts';
import { isOutside } from './boundary-changes.ts';
import type { ChangeContext } from './change-context.ts';
import { denyingPolicy } from './denying-policy.ts';
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
  return denyingPolicy(
    {
      kind: 'scp',
      control: 'service-control-policy',
      account,
      first,
      title: `Deny ${listed(names)} in account ${describeText(account)} by a service control policy`,
      value: `Deny ${listed(names)}`,
      actions: names,
      conditions:
        exempt.length === 0 ? [] : [{ operator: 'ArnNotLike', key: 'aws:PrincipalArn', values: exempt.map(arnOf) }],
      words: wordsOf(names, exempt),
      hits: (item) => isOutside(item) && actions.has(item.action) && stopped.includes(item.principal),
    },
    context,
  );
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
