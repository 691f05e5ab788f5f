import { defineMove } from '../../../model/attack.ts';
import { and, isPossible } from '../../../model/guard.ts';
import { instance } from '../instance.ts';
import { byLongTermKey } from '../sessions.ts';

export default defineMove({
  title: 'Sign requests with a user’s access key',
  description:
    'Whoever knows an access key acts as the user to whom it belongs, from anywhere, until it is switched off.',
  technique: 'T1078.004',
  actions: [],
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html'],
  cost: 1,
  *instances(ask) {
    for (const key of ask.system.ofType('AWS::IAM::AccessKey')) {
      const name = key.properties.entries.get('UserName');
      for (const end of name === undefined ? [] : ask.system.resolve(name, key.id, ['AWS::IAM::User'])) {
        const guard = and(key.guard, end.guard);
        if (end.kind !== 'resource' || !isPossible(guard)) continue;
        const note = `${key.address} is a key of ${end.resource.address}`;
        yield* instance({
          needs: [{ kind: 'knows', resource: key.id }],
          gives: { kind: 'acts-as', principal: end.resource.id, session: byLongTermKey },
          proof: [{ kind: 'setting', resource: key.id, property: 'UserName', note, origin: key.origin }],
          guard: and(guard, end.resource.guard),
        });
      }
    }
  },
});
