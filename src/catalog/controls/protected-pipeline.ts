import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Protected pipeline',
  description: "Unreviewed changes cannot run with the pipeline's rights.",
  kind: 'preventive',
  service: 'AWS CodeBuild',
  howToAdd:
    'Build only reviewed branches, take the deploy rights out of the build role, and require approval before production.',
  effort: 3,
  references: ['https://docs.aws.amazon.com/codebuild/latest/userguide/webhooks.html'],
});
