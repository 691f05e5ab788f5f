import { defineMove } from '../../../model/attack.ts';
import type { Questions } from '../../../model/questions.ts';
import type { Resource } from '../../../model/resource.ts';
import type { Going } from '../going.ts';
import { takeOver } from '../take-over.ts';

export default defineMove(
  takeOver({
    title: 'Start a build with commands of one’s own',
    description: 'The identity may start builds of a project, and a build takes its commands from whoever starts it.',
    technique: 'T1677',
    reference: 'https://docs.aws.amazon.com/codebuild/latest/APIReference/API_StartBuild.html',
    cost: 1,
    thing: 'a build project',
    types: ['AWS::CodeBuild::Project'],
    kind: 'project/',

    service: 'codebuild.amazonaws.com',

    ways: [
      { on: ['codebuild:StartBuild'] },
      { on: ['codebuild:StartBuildBatch'], when: buildsInBatches, unseen: 'it builds in batches' },
    ],
  }),
);

/** A project that is not set up for batches would need a service role for them, passed with the call. */
function buildsInBatches(_: Questions, { id, properties, origin }: Resource): Going | undefined {
  if (!properties.entries.has('BuildBatchConfig')) return undefined;
  const note = 'it builds in batches';
  return { proof: [{ kind: 'setting', resource: id, property: 'BuildBatchConfig', note, origin }] };
}
