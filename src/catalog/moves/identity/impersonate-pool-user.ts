import { defineMove } from '../../../model/attack.ts';
import { instance } from '../instance.ts';
import { permissions } from '../permissions.ts';

/** Calls by which somebody comes to hold tokens of users of a pool. */
const calls: readonly (readonly [action: string, type: string])[] = [
  ['cognito-idp:AdminSetUserPassword', 'AWS::Cognito::UserPool'],
  ['cognito-identity:GetOpenIdTokenForDeveloperIdentity', 'AWS::Cognito::IdentityPool'],
];

export default defineMove({
  title: 'Sign in as a user of a pool',
  description:
    'The identity may set the password of any user of a user pool, or get tokens for any identity of an identity pool, and is taken for that user.',
  technique: 'T1098',
  actions: calls.map(([action]) => action),
  references: [
    'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminSetUserPassword.html',
    'https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetOpenIdTokenForDeveloperIdentity.html',
  ],
  cost: 1,
  *instances(ask) {
    for (const [action, type] of calls)
      for (const { principal, target, item } of permissions(ask, { action, targets: ask.system.ofType(type) }))
        yield* instance({
          needs: [{ kind: 'acts-as', principal: principal.id }],
          gives: { kind: 'controls-external', party: target.id },
          proof: [item],
          guard: target.guard,
        });
  },
});
