import type { Decision } from '../../../model/access.ts';
import { defineMove, type MoveInstance } from '../../../model/attack.ts';
import { and } from '../../../model/guard.ts';
import type { Questions } from '../../../model/questions.ts';
import type { Resource } from '../../../model/resource.ts';
import { accountsOutside, identitiesNamed } from '../accounts-outside.ts';
import { accountKey, isLimitedAccount } from '../administrators.ts';
import { asAdministrator } from '../equal-rights.ts';
import { instance } from '../instance.ts';
import { arnOf, isUsable } from '../permission.ts';
import { supposed } from '../policy-change.ts';
import { byRoleTaking } from '../sessions.ts';

export default defineMove({
  title: 'Assume a role from another account',
  description: 'The role trusts another account, or any account at all: whoever controls one gets the role’s rights.',
  technique: 'T1199',
  actions: ['sts:AssumeRole'],
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html'],
  cost: 1,
  *instances(ask) {
    for (const role of ask.system.withAnswer('trustPolicy')) {
      yield* anyAccount(ask, role);
      yield* namedAccounts(ask, role);
      yield* namedIdentities(ask, role);
    }
  },
});

function anyAccount(ask: Questions, role: Resource): readonly MoveInstance[] {
  const caller = { kind: 'any-aws-account' } as const;
  const decision = ask.access.decide({ caller, action: 'sts:AssumeRole', resource: arnOf(role), on: role.id });
  if (!isUsable(decision)) return [];
  return instance({
    needs: [{ kind: 'any-aws-account' }],
    gives: { kind: 'acts-as', principal: role.id, session: byRoleTaking },
    calls: ['sts:AssumeRole'],
    proof: [{ kind: 'trusted', role: role.id, by: 'any-aws-account', decision }],
    guard: role.guard,
  });
}

/** Accounts that are named: of others, or among those given, where administrators let any identity take the role. */
function namedAccounts(ask: Questions, role: Resource): readonly MoveInstance[] {
  return accountsOutside(ask, role, 'trustPolicy').flatMap(({ party, name, account, needs, maybeOurs }) => {
    const asked = ask.access.decide({
      caller: { kind: 'account', account },
      action: 'sts:AssumeRole',
      resource: arnOf(role),
      on: role.id,
    });
    const decision = needs.kind === 'controls-external' ? byWhoKnowsTheId(asked) : asked;
    if (decision.verdict === 'deny' || decision.allowedBy.length === 0) return [];
    return instance({
      needs: [needs],
      gives: { kind: 'acts-as', principal: role.id, session: byRoleTaking },
      calls: ['sts:AssumeRole'],
      proof: [{ kind: 'trusted', role: role.id, by: party, decision }],
      guard: role.guard,
      ...(maybeOurs && { provided: `${name} is another account than the role’s own` }),
    });
  });
}

/**
 * The external id is the third party's own: it sends it with each call, and so does whoever controls it. It stops other customers
 * of the third party, who have it act for them with an id of theirs.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html
 */
function byWhoKnowsTheId(decision: Decision): Decision {
  const conditions = decision.conditions.filter(({ key }) => key.toLowerCase() !== 'sts:externalid');
  const verdict = decision.verdict === 'conditional' && conditions.length === 0 ? 'allow' : decision.verdict;
  return { ...decision, verdict, conditions };
}

/** Identities of other accounts among those given that are named: who administrates their account gives them the right. */
function namedIdentities(ask: Questions, role: Resource): readonly MoveInstance[] {
  const own = accountKey(ask, role);
  return identitiesNamed(ask, role).flatMap((identity) => {
    const account = accountKey(ask, identity);
    if (account === own || isLimitedAccount(ask, account)) return [];
    const wish = { action: 'sts:AssumeRole', on: role, resource: arnOf(role) } as const;
    const item = supposed(ask, identity, { wish, change: asAdministrator(ask, identity) });
    if (item === undefined || item.decision.allowedBy.length === 0) return [];
    return instance({
      needs: [{ kind: 'administrates', account }],
      gives: { kind: 'acts-as', principal: role.id, session: byRoleTaking },
      proof: [item],
      guard: and(role.guard, identity.guard),
    });
  });
}
