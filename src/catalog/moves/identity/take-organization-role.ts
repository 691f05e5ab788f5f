import type { Decision } from '../../../model/access.ts';
import { defineMove, type MoveInstance } from '../../../model/attack.ts';
import { always } from '../../../model/guard.ts';
import type { DeploymentId } from '../../../model/id.ts';
import type { Questions } from '../../../model/questions.ts';
import type { Resource } from '../../../model/resource.ts';
import { literalOf, type Text, text, textKey } from '../../../model/text.ts';
import { accountKey } from '../administrators.ts';
import { instance } from '../instance.ts';
import { leaveOut } from '../left-out.ts';

const name = 'OrganizationAccountAccessRole';
const action = 'sts:AssumeRole';
/** More pairs of a principal and an account than these are not tried. */
const mostPairs = 5_000;

export default defineMove({
  title: 'Take the role that the organization has in an account',
  description: `Accounts that an organization makes have a role ${name} with every right, which trusts the management account: whoever may take roles there administrates them.`,
  technique: 'T1078.004',
  actions: [action],
  references: [
    'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_accounts_access-cross-account-role.html',
  ],
  cost: 1,
  *instances(ask) {
    const members = memberAccounts(ask);
    if (members.length < 2) return;
    let pairs = 0;
    for (const principal of ask.access.candidates(action))
      for (const member of membersFor(ask, principal, members)) {
        pairs += 1;
        if (pairs > mostPairs) return leaveOut(ask, `roles of an organization, beyond ${mostPairs} pairs`);
        yield* taken(ask, principal, member);
      }
  },
});

interface Member {
  readonly account: Text;
  readonly role: Text;
  /** Something in it, by which the account is known. */
  readonly resource: Resource;
}

/** Accounts of the input that may have the role and do not show it: one that was given as a whole shows all of its roles. */
function memberAccounts(ask: Questions): readonly Member[] {
  const { deployments, resources } = ask.system.model;
  const shown = new Set(resources.flatMap(({ arn }) => (arn === undefined ? [] : [textKey(arn)])));
  const first = new Map<DeploymentId, Resource>();
  for (const resource of resources) if (!first.has(resource.deployment)) first.set(resource.deployment, resource);
  const found = new Map<string, Member>();
  for (const { id, account, partition, completeness } of deployments) {
    const resource = first.get(id);
    const role = text('arn:', ...partition, ':iam::', ...account, `:role/${name}`);
    if (resource === undefined || completeness === 'complete' || shown.has(textKey(role))) continue;
    if (literalOf(account) !== undefined) found.set(textKey(account), { account, role, resource });
  }
  return [...found.values()];
}

/** Of an organization that is known, only the management account is trusted; else somebody is who names the role. */
function membersFor(ask: Questions, principal: Resource, members: readonly Member[]): readonly Member[] {
  const own = accountKey(ask, principal);
  const managed = ask.access.managedBy(ask.system.deploymentOf(principal.id).account);
  const others = members.filter(({ account }) => textKey(account) !== own);
  if (managed !== undefined) return others.filter(({ account }) => managed.includes(textKey(account)));
  const namesIt = ask.access
    .policiesOf(principal.id)
    .some(({ document }) =>
      document.statements.some(
        ({ effect, resources = [] }) =>
          effect === 'Allow' && resources.some((one) => textKey(one).endsWith(`/${name}`)),
      ),
    );
  return namesIt ? others : [];
}

function taken(ask: Questions, principal: Resource, { account, role, resource }: Member): readonly MoveInstance[] {
  const decision = ownSide(
    ask.access.decide({ caller: { kind: 'resource', resource: principal.id }, action, resource: role }),
  );
  if (decision === undefined) return [];
  const note = `${resource.address} belongs to account ${textKey(account)}`;
  return instance({
    needs: [{ kind: 'acts-as', principal: principal.id }],
    gives: { kind: 'administrates', account: textKey(account) },
    proof: [
      { kind: 'allowed', principal: principal.id, action, on: '*', decision },
      { kind: 'setting', resource: resource.id, property: '', note, origin: resource.origin },
    ],
    guard: always,
    provided: `account ${textKey(account)} was made by the organization of ${principal.address} and still has ${name}`,
  });
}

/** What the caller's own policies say: the trust policy, which is not in the input, is what must hold besides. */
function ownSide(decision: Decision): Decision | undefined {
  const { verdict, conditions, allowedBy } = decision;
  const left = conditions.filter(({ operator, control }) => operator !== 'matches' || control !== 'unknown');
  const isRefused = verdict === 'deny' || allowedBy.length === 0 || left.some(({ control }) => control === 'never');
  return isRefused ? undefined : { ...decision, conditions: left };
}
