import { defineMove, type MoveInstance, type ProofItem } from '../../../model/attack.ts';
import { casesOf } from '../../../model/fact.ts';
import type { Questions } from '../../../model/questions.ts';
import type { Resource } from '../../../model/resource.ts';
import { sameText } from '../../../model/text.ts';
import { arnPart } from '../../arn-part.ts';
import { trustedParty } from '../../trusted-party.ts';
import { instance } from '../instance.ts';
import { arnOf, isUsable } from '../permission.ts';
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

/** Accounts that are named and are not among those given. */
function namedAccounts(ask: Questions, role: Resource): readonly MoveInstance[] {
  const { system, access } = ask;
  const parties = casesOf(system.fact(role.id, 'trustPolicy')).flatMap(({ fact }) =>
    fact.kind === 'unknown'
      ? []
      : fact.value.flatMap(({ document }) =>
          document.statements.flatMap(({ effect, principals = [] }) =>
            effect === 'Allow' ? principals.flatMap((principal) => trustedParty(system, role, principal) ?? []) : [],
          ),
        ),
  );
  const accounts = new Map(parties.filter(({ kind }) => kind === 'aws-account').map((party) => [party.id, party]));
  const ours = system.model.deployments.map(({ account }) => account);
  return [...accounts.values()].flatMap(({ id, name, value, maybeOurs }) => {
    const part = arnPart(value, 4);
    const account = part.length > 0 ? part : value;
    if (ours.some((own) => sameText(own, account) === 'yes')) return [];
    const decision = access.decide({
      caller: { kind: 'account', account },
      action: 'sts:AssumeRole',
      resource: arnOf(role),
      on: role.id,
    });
    if (decision.verdict === 'deny' || decision.allowedBy.length === 0) return [];
    const trusted: ProofItem = { kind: 'trusted', role: role.id, by: id, decision };
    return instance({
      needs: [{ kind: 'controls-external', party: id }],
      gives: { kind: 'acts-as', principal: role.id, session: byRoleTaking },
      calls: ['sts:AssumeRole'],
      proof: [trusted],
      guard: role.guard,
      ...(maybeOurs && { provided: `${name} is another account than the role’s own` }),
    });
  });
}
