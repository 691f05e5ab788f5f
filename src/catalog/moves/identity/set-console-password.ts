import { defineMove } from '../../../model/attack.ts';
import { casesOf } from '../../../model/fact.ts';
import type { Questions } from '../../../model/questions.ts';
import type { Resource } from '../../../model/resource.ts';
import { instance } from '../instance.ts';
import { permissions } from '../permissions.ts';
import { byPassword } from '../sessions.ts';

export default defineMove({
  title: 'Set the password of a user',
  description:
    'The identity may give another user a password for the console, or a new one in place of the old, and signs in as that user.',
  technique: 'T1098',
  actions: ['iam:CreateLoginProfile', 'iam:UpdateLoginProfile'],
  references: ['https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateLoginProfile.html'],
  cost: 1,
  *instances(ask) {
    const users = ask.system.ofType('AWS::IAM::User');
    for (const action of ['iam:CreateLoginProfile', 'iam:UpdateLoginProfile']) {
      const targets = users.filter((user) => mayHavePassword(ask, user, action === 'iam:UpdateLoginProfile'));
      for (const { principal, target, item } of permissions(ask, { action, targets })) {
        if (principal.id === target.id) continue;
        yield* instance({
          needs: [{ kind: 'acts-as', principal: principal.id }],
          gives: { kind: 'acts-as', principal: target.id, session: byPassword },
          proof: [item],
          guard: target.guard,
          ...ifPassword(ask, target, action),
        });
      }
    }
  },
});

/**
 * Only a user without a password can be given one, and only one that is there can be replaced. Passwords are set by hand more
 * often than by code: unless all of the account was given, a user may have one that the input does not show.
 */
function mayHavePassword(ask: Questions, user: Resource, wanted: boolean): boolean {
  return (wanted && !isComplete(ask, user)) || isStated(ask, user, wanted);
}

function isStated(ask: Questions, user: Resource, wanted: boolean): boolean {
  return casesOf(ask.system.fact(user.id, 'principal')).some(
    ({ fact }) => fact.kind === 'unknown' || (fact.value.kind === 'user' && fact.value.loginProfile === wanted),
  );
}

function isComplete(ask: Questions, { id }: Resource): boolean {
  return ask.system.deploymentOf(id).completeness === 'complete';
}

function ifPassword(ask: Questions, user: Resource, action: string): { readonly provided?: string } {
  const isSupposed = action === 'iam:UpdateLoginProfile' && !isStated(ask, user, true);
  return isSupposed ? { provided: `${user.address} has a password, which the input does not show` } : {};
}
