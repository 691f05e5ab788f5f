import { defineMove } from '../../../model/attack.ts';
import { casesOf } from '../../../model/fact.ts';
import { and } from '../../../model/guard.ts';
import { instance } from '../instance.ts';
import { byPassword } from '../sessions.ts';

export default defineMove({
  title: 'Sign in to the console with a user’s password',
  description: 'Whoever knows the console password of a user signs in as that user and does what the user may.',
  technique: 'T1078.004',
  actions: [],
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/console_sign-in-user.html'],
  cost: 1,
  *instances(ask) {
    for (const user of ask.system.ofType('AWS::IAM::User'))
      for (const { guard, fact } of casesOf(ask.system.fact(user.id, 'principal'))) {
        if (fact.kind === 'unknown' || fact.value.kind !== 'user' || !fact.value.loginProfile) continue;
        const [origin = user.origin] = fact.origins;
        const note = `${user.address} signs in with a password`;
        yield* instance({
          needs: [{ kind: 'knows', resource: user.id }],
          gives: { kind: 'acts-as', principal: user.id, session: byPassword },
          proof: [{ kind: 'setting', resource: user.id, property: 'LoginProfile', note, origin }],
          guard: and(user.guard, guard),
        });
      }
  },
});
