import { defineMove } from '../../../model/attack.ts';
import { instance } from '../instance.ts';
import { permissions } from '../permissions.ts';

export default defineMove({
  title: 'Put one’s own keys into a SAML provider',
  description:
    'The identity may replace the metadata of a SAML provider that roles trust: assertions that the attacker signs himself are then believed.',
  technique: 'T1484.002',
  actions: ['iam:UpdateSAMLProvider'],
  references: ['https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateSAMLProvider.html'],
  cost: 2,
  *instances(ask) {
    // The ARN of an OpenID provider is its address: who changes its settings still has no keys of whoever answers there.
    const targets = ask.system.ofType('AWS::IAM::SAMLProvider');
    for (const { principal, target, item } of permissions(ask, { action: 'iam:UpdateSAMLProvider', targets }))
      yield* instance({
        needs: [{ kind: 'acts-as', principal: principal.id }],
        gives: { kind: 'controls-external', party: target.id },
        proof: [item],
        guard: target.guard,
      });
  },
});
