import { defineMove } from '../../../model/attack.ts';
import { casesOf } from '../../../model/fact.ts';
import type { Questions } from '../../../model/questions.ts';
import type { Resource } from '../../../model/resource.ts';
import { instance } from '../instance.ts';
import { allowed, arnOf } from '../permission.ts';
import { permissions } from '../permissions.ts';
import { byLongTermKey } from '../sessions.ts';

export default defineMove({
  title: 'Create an access key for a user',
  description: 'The identity may create keys of another user, and acts as that user with them.',
  technique: 'T1098.001',
  actions: ['iam:CreateAccessKey', 'iam:DeleteAccessKey'],
  references: ['https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateAccessKey.html'],
  cost: 1,
  *instances(ask) {
    const users = ask.system.ofType('AWS::IAM::User');
    for (const { principal, target, item } of permissions(ask, { action: 'iam:CreateAccessKey', targets: users })) {
      if (principal.id === target.id) continue;
      const room = hasRoom(ask, target) ? [] : makingRoom(ask, principal, target);
      if (room === undefined) continue;
      yield* instance({
        needs: [{ kind: 'acts-as', principal: principal.id }],
        gives: { kind: 'acts-as', principal: target.id, session: byLongTermKey },
        proof: [item, ...room],
        guard: target.guard,
      });
    }
  },
});

/** "A maximum of two access keys": https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html */
function hasRoom(ask: Questions, user: Resource): boolean {
  return casesOf(ask.system.fact(user.id, 'principal')).some(
    ({ fact }) => fact.kind === 'unknown' || (fact.value.kind === 'user' && fact.value.accessKeys < 2),
  );
}

function makingRoom(ask: Questions, principal: Resource, user: Resource) {
  const item = allowed(ask, principal, { action: 'iam:DeleteAccessKey', on: user, resource: arnOf(user) });
  return item === undefined ? undefined : [item];
}
