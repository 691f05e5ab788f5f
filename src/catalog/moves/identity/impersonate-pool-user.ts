import { defineMove, type ProofItem } from '../../../model/attack.ts';
import { and, type Guard } from '../../../model/guard.ts';
import type { ResourceId } from '../../../model/id.ts';
import type { Questions } from '../../../model/questions.ts';
import type { Resource } from '../../../model/resource.ts';
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
        for (const { party, proof, guard } of believing(ask, target))
          yield* instance({
            needs: [{ kind: 'acts-as', principal: principal.id }],
            gives: { kind: 'controls-external', party },
            proof: [item, ...proof],
            guard,
          });
  },
});

interface Believing {
  readonly party: ResourceId;
  readonly proof: readonly ProofItem[];
  readonly guard: Guard;
}

/** The pool itself, and identity pools that give credentials for tokens of its users. */
function believing(ask: Questions, pool: Resource): readonly Believing[] {
  const itself: Believing = { party: pool.id, proof: [], guard: pool.guard };
  if (pool.type !== 'AWS::Cognito::UserPool') return [itself];
  const exchanging = ask.system.referrers(pool.id).flatMap((id): readonly Believing[] => {
    const other = ask.system.resource(id);
    if (other?.type !== 'AWS::Cognito::IdentityPool') return [];
    const note = `${other.address} gives credentials to users of ${pool.address}`;
    const property = 'CognitoIdentityProviders';
    return [
      {
        party: other.id,
        proof: [{ kind: 'setting', resource: other.id, property, note, origin: other.origin }],
        guard: and(pool.guard, other.guard),
      },
    ];
  });
  return [itself, ...exchanging];
}
