import { defineMove } from '../../../model/attack.ts';
import { casesOf } from '../../../model/fact.ts';
import { instance } from '../instance.ts';
import { bySecondFactor } from '../sessions.ts';

export default defineMove({
  title: 'Show the second factor of a user',
  description:
    'With a key of the user and its second factor, phished or taken from the same place, the attacker has what only a second factor opens.',
  technique: 'T1621',
  actions: ['sts:GetSessionToken'],
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html'],
  cost: 2,
  *instances(ask) {
    for (const user of ask.access.principals()) {
      const isUser = casesOf(ask.system.fact(user.id, 'principal')).some(
        ({ fact }) => fact.kind === 'known' && fact.value.kind === 'user',
      );
      if (!isUser) continue;
      yield* instance({
        needs: [{ kind: 'acts-as', principal: user.id }],
        gives: { kind: 'acts-as', principal: user.id, session: bySecondFactor },
        proof: [{ kind: 'assumed', note: `the attacker has a second factor of ${user.address}` }],
        guard: user.guard,
        provided: `the attacker has a second factor of ${user.address}`,
      });
    }
  },
});
