import { defineMove } from '../../../model/attack.ts';
import { passRole } from '../pass-role.ts';

export default defineMove(
  passRole({
    thing: 'a build project',
    description:
      'The identity makes a CodeBuild project that runs as a role it may pass, or hands one that is there such a role, and starts a build of its own commands.',
    service: 'codebuild.amazonaws.com',
    ways: [
      {
        rights: [
          ['codebuild:CreateProject', 'project/'],
          ['codebuild:StartBuild', 'project/'],
        ],
      },
      {
        rights: [
          ['codebuild:CreateProject', 'project/'],
          ['codebuild:StartBuildBatch', 'project/'],
        ],
      },
      {
        rights: [
          ['codebuild:UpdateProject', 'project/', 'AWS::CodeBuild::Project'],
          ['codebuild:StartBuild', 'project/', 'AWS::CodeBuild::Project'],
        ],
      },
      {
        rights: [
          ['codebuild:UpdateProject', 'project/', 'AWS::CodeBuild::Project'],
          ['codebuild:StartBuildBatch', 'project/', 'AWS::CodeBuild::Project'],
        ],
      },
    ],
    technique: 'T1648',
    reference: 'https://docs.aws.amazon.com/codebuild/latest/userguide/setting-up-service-role.html',
  }),
);
