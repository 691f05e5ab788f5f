import type { Decision, OpenCondition } from '../../../model/access.ts';
import { type AttackFact, defineMove, type MoveInstance } from '../../../model/attack.ts';
import type { Statement } from '../../../model/policy.ts';
import type { Questions } from '../../../model/questions.ts';
import type { Resource } from '../../../model/resource.ts';
import { describeText, type Text } from '../../../model/text.ts';
import { issuerOf, opensToOutsiders } from '../../tokens-of-outsiders.ts';
import { trustedParty } from '../../trusted-party.ts';
import { federated } from '../federated-trust.ts';
import { instance } from '../instance.ts';
import { arnOf } from '../permission.ts';
import { type TokenParty, tokenParties } from '../token-parties.ts';

export default defineMove({
  title: 'Take a role with a token of an identity provider',
  description:
    'The role trusts an identity provider outside: whoever gets a token from it that meets the conditions has the role’s rights.',
  technique: 'T1199',
  actions: ['sts:AssumeRoleWithWebIdentity', 'sts:AssumeRoleWithSAML'],
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html'],
  cost: 1,
  *instances(ask) {
    for (const role of ask.system.withAnswer('trustPolicy')) {
      const seen = new Set<string>();
      for (const { statement, provider } of federated(ask, role)) {
        // Identity pools hand out roles by a move of their own.
        const party = trustedParty(ask.system, role, { kind: 'Federated', value: provider });
        if (party === undefined || seen.has(party.id) || isPool(party.name)) continue;
        seen.add(party.id);
        yield* tokens(ask, {
          role,
          party: party.id,
          value: party.value,
          name: issuerOf(party.provider, party.name),
          statement,
        });
      }
    }
    for (const party of tokenParties(ask)) yield* runs(party);
  },
});

function isPool(name: string): boolean {
  return name === 'cognito-identity.amazonaws.com';
}

interface Federation {
  readonly role: Resource;
  readonly party: string;
  readonly value: Text;
  readonly name: string;
  readonly statement: Statement;
}

function tokens(ask: Questions, { role, party, value, name, statement }: Federation): readonly MoveInstance[] {
  const saml = statement.actions?.some((action) => /saml/i.test(describeText(action))) === true;
  const action = saml ? 'sts:AssumeRoleWithSAML' : 'sts:AssumeRoleWithWebIdentity';
  const outsiders = opensToOutsiders(ask, role, { issuer: name, provider: value, action });
  const decision =
    outsiders ??
    ask.access.decide({ caller: { kind: 'federated', provider: value }, action, resource: arnOf(role), on: role.id });
  if (decision.verdict === 'deny' || decision.allowedBy.length === 0) return [];
  const who: AttackFact =
    outsiders === undefined ? { kind: 'controls-external', party } : { kind: 'network', where: 'internet' };
  return instance({
    needs: [who],
    gives: {
      kind: 'acts-as',
      principal: role.id,
      session: { obtained: { kind: saml ? 'saml' : 'web-identity', provider: value } },
    },
    calls: [action],
    proof: [{ kind: 'trusted', role: role.id, by: party, decision: withoutAudience(decision) }],
    guard: role.guard,
  });
}

/** A run of the pipeline takes the roles that its own tokens open. */
function runs({ party, tokens, opens }: TokenParty): readonly MoveInstance[] {
  return opens.flatMap(({ role, value, decision }) =>
    instance({
      needs: [{ kind: 'controls-external', party, tokens }],
      gives: {
        kind: 'acts-as',
        principal: role.id,
        session: { obtained: { kind: 'web-identity', provider: value } },
      },
      calls: ['sts:AssumeRoleWithWebIdentity'],
      proof: [{ kind: 'trusted', role: role.id, by: party, decision: withoutAudience(decision) }],
      guard: role.guard,
    }),
  );
}

/** Every token for AWS has the audience that AWS asks for: such a condition stops nobody who gets tokens at all. */
function withoutAudience(decision: Decision): Decision {
  const conditions = decision.conditions.filter((condition) => !isAudience(condition));
  const verdict = decision.verdict === 'conditional' && conditions.length === 0 ? 'allow' : decision.verdict;
  return { ...decision, verdict, conditions };
}

function isAudience({ key }: OpenCondition): boolean {
  return /:aud$/i.test(key);
}
