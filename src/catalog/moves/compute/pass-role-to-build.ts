import { defineMove } from '../../../model/attack.ts';
import { passedRoles } from '../pass-role.ts';

export default defineMove({
  title: 'Pass a role to a new build project',
  description:
    'The identity makes a CodeBuild project that runs as a role it may pass, and starts a build of its own commands.',
  technique: 'T1648',
  actions: ['iam:PassRole', 'codebuild:CreateProject', 'codebuild:StartBuild'],
  references: ['https://docs.aws.amazon.com/codebuild/latest/userguide/setting-up-service-role.html'],
  cost: 2,
  *instances(ask) {
    yield* passedRoles(ask, {
      service: 'codebuild.amazonaws.com',
      ways: [
        [
          ['codebuild:CreateProject', 'project/'],
          ['codebuild:StartBuild', 'project/'],
        ],
      ],
    });
  },
});
