import { defineMove, type MoveInstance } from '../../../model/attack.ts';
import type { Questions } from '../../../model/questions.ts';
import type { Portion } from '../../../model/store-part.ts';
import { factAbout } from '../block.ts';
import { changingBranch, partUses } from '../data-stores.ts';
import { instance } from '../instance.ts';
import type { Allowed, Context } from '../permission.ts';
import { permissions } from '../permissions.ts';

/** What carries commits of one branch into another; policies may limit it by the branch that is changed. */
const merging: readonly string[] = ['Branches', 'PullRequest'].flatMap((what) =>
  ['FastForward', 'Squash', 'ThreeWay'].map((how) => `codecommit:Merge${what}By${how}`),
);

export default defineMove({
  title: 'Push code to a repository',
  description:
    'The identity may push to a CodeCommit repository, commit or merge through its API, and so decides what is built from the branch.',
  technique: 'T1677',
  actions: [...changingBranch, ...merging],
  references: [
    'https://docs.aws.amazon.com/codecommit/latest/userguide/auth-and-access-control-permissions-reference.html',
    'https://docs.aws.amazon.com/codecommit/latest/userguide/how-to-conditional-branch.html',
  ],
  cost: 1,
  *instances(ask) {
    const targets = ask.system.ofType('AWS::CodeCommit::Repository');
    const pushing = new Map<string, Allowed>();
    for (const action of changingBranch)
      for (const { principal, target, item } of permissions(ask, { action, targets })) {
        const key = `${principal.id} ${target.id}`;
        if (!pushing.has(key)) pushing.set(key, item);
        yield* changed(target, principal.id, [item]);
      }
    for (const use of branchUses(ask))
      for (const { principal, target, item } of permissions(ask, use)) {
        const isMerge = merging.includes(use.action);
        const pushed = isMerge ? pushing.get(`${principal.id} ${target.id}`) : undefined;
        const provided = isMerge && pushed === undefined ? 'another branch has what is to be merged' : undefined;
        yield* changed(target, principal.id, pushed === undefined ? [item] : [item, pushed], provided);
      }
  },
});

interface BranchUse {
  readonly action: string;
  readonly targets: readonly Portion[];
  readonly context?: NonNullable<Context>;
}

/** The branches that something is built from, by what puts commits into them. */
function branchUses(ask: Questions): readonly BranchUse[] {
  const uses = partUses(ask).write.filter(({ stores }) => stores[0]?.part?.kind === 'branch');
  const lists = new Map(uses.map((use) => [use.stores, use] as const));
  return [...lists.values()].flatMap(({ stores, context }) =>
    [...changingBranch, ...merging].map((action) => ({
      action,
      targets: stores,
      ...(context !== undefined && { context }),
    })),
  );
}

function changed(
  target: Portion,
  principal: Allowed['principal'],
  proof: readonly Allowed[],
  provided?: string,
): readonly MoveInstance[] {
  return instance({
    needs: [{ kind: 'acts-as', principal }],
    gives: factAbout('writes', target),
    proof,
    guard: target.guard,
    ...(provided !== undefined && { provided }),
  });
}
