import { defineMove } from '../../../model/attack.ts';
import { instance } from '../instance.ts';
import { makesNew } from '../new-things.ts';
import { permissions } from '../permissions.ts';
import { bySecondFactor } from '../sessions.ts';

export default defineMove({
  title: 'Register a second factor for a user',
  description:
    'With a key of the user and a device of one’s own that somebody who is held may register for it, the attacker has what only a second factor opens.',
  technique: 'T1098.005',
  actions: ['iam:CreateVirtualMFADevice', 'iam:EnableMFADevice', 'sts:GetSessionToken'],
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_enable_virtual.html'],
  cost: 1,
  *instances(ask) {
    // A user may have eight devices, so that one that is there is in nobody's way.
    const targets = ask.system.ofType('AWS::IAM::User');
    for (const { principal, target, item } of permissions(ask, { action: 'iam:EnableMFADevice', targets })) {
      const device = makesNew(ask, principal, [[['iam:CreateVirtualMFADevice', 'mfa/']]]);
      if (device === undefined) continue;
      const held = [...new Set([principal.id, target.id])];
      yield* instance({
        needs: held.map((one) => ({ kind: 'acts-as', principal: one })),
        gives: { kind: 'acts-as', principal: target.id, session: bySecondFactor },
        proof: [item, ...device],
        calls: ['sts:GetSessionToken'],
        guard: target.guard,
      });
    }
  },
});
