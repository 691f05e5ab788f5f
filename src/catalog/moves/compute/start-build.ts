import { defineMove } from '../../../model/attack.ts';
import { instance } from '../instance.ts';
import { permissions } from '../permissions.ts';

export default defineMove({
  title: 'Start a build with commands of one’s own',
  description: 'The identity may start builds of a project, and a build takes its commands from whoever starts it.',
  technique: 'T1677',
  actions: ['codebuild:StartBuild'],
  references: ['https://docs.aws.amazon.com/codebuild/latest/APIReference/API_StartBuild.html'],
  cost: 1,
  *instances(ask) {
    const targets = ask.system.ofType('AWS::CodeBuild::Project');
    for (const { principal, target, item } of permissions(ask, { action: 'codebuild:StartBuild', targets })) {
      yield* instance({
        needs: [{ kind: 'acts-as', principal: principal.id }],
        gives: { kind: 'runs-code', resource: target.id },
        proof: [item],
        guard: target.guard,
      });
    }
  },
});
