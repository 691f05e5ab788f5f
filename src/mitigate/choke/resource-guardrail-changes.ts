import { isUnderResourceControl } from '../../catalog/data/resource-control.ts';
import { accountsOutside } from '../../catalog/moves/accounts-outside.ts';
import type { ProofItem } from '../../model/attack.ts';
import type { Change } from '../../model/choke-points.ts';
import type { ResourceId } from '../../model/id.ts';
import { describeText, type Text, textKey } from '../../model/text.ts';
import type { ChangeContext } from './change-context.ts';
import { type DenyingPolicy, denyingPolicy } from './denying-policy.ts';
import { listed } from './right-changes.ts';
import type { FoundPremise } from './statement-uses.ts';

type Opened = Extract<ProofItem, { readonly kind: 'open-to' }>;

/**
 * Where the input has the organization and its resource control policies: one for an account that keeps what paths of strangers use of
 * its resources for principals of the organization, for services of AWS, and for accounts outside that policies there name.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_examples.html
 */
export function resourceGuardrailChanges(premises: readonly FoundPremise[], context: ChangeContext): readonly Change[] {
  const { organization, resource: guarded } = context.guarded;
  if (organization === undefined) return [];
  const accounts = new Map<string, { readonly account: Text; readonly items: Opened[] }>();
  for (const { item } of premises) {
    if (!isForStrangers(item) || !isUnderResourceControl(item.action)) continue;
    const on = context.resource(item.on);
    const account = on === undefined ? undefined : context.ask.system.deploymentOf(on.id).account;
    if (account === undefined || !guarded.has(textKey(account))) continue;
    const group = accounts.get(textKey(account)) ?? { account, items: [] };
    group.items.push(item);
    accounts.set(textKey(account), group);
  }
  return [...accounts.values()].flatMap((group) => changeOf(group, organization, context) ?? []);
}

const strangers: ReadonlySet<string> = new Set(['anonymous', 'any-aws-account']);

function isForStrangers(item: ProofItem): item is Opened {
  return item.kind === 'open-to' && strangers.has(item.who);
}

/** Accounts outside whom policies of resources of the account name. */
function partnersOf(account: Text, { ask }: ChangeContext): readonly Text[] {
  const own = ask.system
    .withAnswer('resourcePolicy')
    .filter(({ id: name }) => textKey(ask.system.deploymentOf(name).account) === textKey(account));
  const named = own.flatMap((one) => accountsOutside(ask, one, 'resourcePolicy').map((party) => party.account));
  const byKey = new Map(named.map((one) => [textKey(one), one] as const));
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

function changeOf(
  { account, items }: { readonly account: Text; readonly items: readonly Opened[] },
  organization: string,
  context: ChangeContext,
): Change | undefined {
  const actions = [...new Set(items.map(({ action }) => action))].sort();
  const opened = new Set<ResourceId>(items.map(({ on }) => on));
  const [first] = [...opened].sort().flatMap((one) => context.resource(one) ?? []);
  if (first === undefined) return undefined;
  const terms = { actions, organization, partners: partnersOf(account, context) };
  return denyingPolicy(
    {
      kind: 'rcp',
      control: 'resource-control-policy',
      account,
      first,
      title: `Keep ${listed(actions)} in account ${describeText(account)} for the organization by a resource control policy`,
      value: `Deny ${listed(actions)} to others than ${organization}`,
      actions,
      principals: [{ kind: '*', value: ['*'] }],
      conditions: conditionsOf(terms),
      words: wordsOf(terms),
      hits: (item) => isForStrangers(item) && actions.includes(item.action) && opened.has(item.on),
    },
    context,
  );
}

interface Terms {
  readonly actions: readonly string[];
  readonly organization: string;
  readonly partners: readonly Text[];
}

function conditionsOf({ organization, partners }: Terms): DenyingPolicy['conditions'] {
  return [
    { operator: 'StringNotEqualsIfExists', key: 'aws:PrincipalOrgID', values: [[organization]] },
    ...(partners.length > 0
      ? [{ operator: 'StringNotEqualsIfExists', key: 'aws:PrincipalAccount', values: partners }]
      : []),
    { operator: 'BoolIfExists', key: 'aws:PrincipalIsAWSService', values: [['false']] },
  ];
}

/** The statement as the policy would have it. */
function wordsOf({ actions, organization, partners }: Terms): object {
  return {
    Effect: 'Deny',
    Principal: '*',
    Action: actions,
    Resource: '*',
    Condition: {
      StringNotEqualsIfExists: {
        'aws:PrincipalOrgID': organization,
        ...(partners.length > 0 && { 'aws:PrincipalAccount': partners.map(describeText) }),
      },
      BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
    },
  };
}
