import { defineMove } from '../../../model/attack.ts';
import { instance } from '../instance.ts';
import { permissions } from '../permissions.ts';

export default defineMove({
  title: 'Push code to a repository',
  description: 'The identity may push to a CodeCommit repository, and so decides what is built from it.',
  technique: 'T1677',
  actions: ['codecommit:GitPush'],
  references: [
    'https://docs.aws.amazon.com/codecommit/latest/userguide/auth-and-access-control-permissions-reference.html',
  ],
  cost: 1,
  *instances(ask) {
    const targets = ask.system.ofType('AWS::CodeCommit::Repository');
    for (const { principal, target, item } of permissions(ask, { action: 'codecommit:GitPush', targets })) {
      yield* instance({
        needs: [{ kind: 'acts-as', principal: principal.id }],
        gives: { kind: 'writes', resource: target.id },
        proof: [item],
        guard: target.guard,
      });
    }
  },
});
