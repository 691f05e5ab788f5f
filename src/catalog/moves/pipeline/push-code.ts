import { defineMove, type MoveInstance } from '../../../model/attack.ts';
import type { Questions } from '../../../model/questions.ts';
import type { Portion } from '../../../model/store-part.ts';
import { factAbout } from '../block.ts';
import { changingBranch, partUses } from '../data-stores.ts';
import { instance } from '../instance.ts';
import type { Context } from '../permission.ts';
import { permissions } from '../permissions.ts';

export default defineMove({
  title: 'Push code to a repository',
  description:
    'The identity may push to a CodeCommit repository, or commit through its API, and so decides what is built from the branch.',
  technique: 'T1677',
  actions: changingBranch,
  references: [
    'https://docs.aws.amazon.com/codecommit/latest/userguide/auth-and-access-control-permissions-reference.html',
  ],
  cost: 1,
  *instances(ask) {
    const repositories = ask.system.ofType('AWS::CodeCommit::Repository');
    for (const action of changingBranch) yield* pushed(ask, { action, targets: repositories });
    for (const { actions, stores, context } of partUses(ask).write)
      if (stores[0]?.part?.kind === 'branch')
        for (const action of actions)
          yield* pushed(ask, { action, targets: stores, ...(context !== undefined && { context }) });
  },
});

function* pushed(
  ask: Questions,
  question: { readonly action: string; readonly targets: readonly Portion[]; readonly context?: NonNullable<Context> },
): Generator<MoveInstance> {
  for (const { principal, target, item } of permissions(ask, question))
    yield* instance({
      needs: [{ kind: 'acts-as', principal: principal.id }],
      gives: factAbout('writes', target),
      proof: [item],
      guard: target.guard,
    });
}
