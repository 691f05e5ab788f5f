import { defineMove } from '../../../model/attack.ts';
import { type Chore, usesOf } from '../give-work.ts';
import type { Going } from '../going.ts';
import { evenly, rightsOn } from '../rights.ts';
import { throughAnother } from '../through-another.ts';

/** A password for one service only; of those that have such, the data of repositories is known. */
const does: readonly Chore[] = [['codecommit:GitPush', 'AWS::CodeCommit::Repository']];

const calls: readonly (readonly [action: string, provided?: string])[] = [
  ['iam:CreateServiceSpecificCredential'],
  ['iam:ResetServiceSpecificCredential', 'the user has such a credential'],
];

export default defineMove({
  title: 'Make a credential of a user for one service',
  description:
    'The identity may make passwords with which a user uses a single service, and does there what the user may: it pushes code to repositories.',
  technique: 'T1098.001',
  actions: calls.map(([action]) => action),
  ways: calls.map(([action]) => [action]),
  does: does.map(([action]) => action),
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_service-specific-creds.html'],
  cost: 1,
  *instances(ask) {
    const users = ask.system.ofType('AWS::IAM::User');
    for (const [action, provided] of calls) {
      const state: Going = { proof: [], ...(provided !== undefined && { provided }) };
      const besides = {
        principal: () => state,
        target: (user: (typeof users)[number]): Going => ({ proof: [], guard: user.guard }),
      };
      const evened = evenly(ask, { targets: users, besides });
      for (const rights of rightsOn(ask, [action], { targets: users }))
        for (const even of evened(rights)) yield* throughAnother(ask, { even, others: users, uses: usesOf(ask, does) });
    }
  },
});
