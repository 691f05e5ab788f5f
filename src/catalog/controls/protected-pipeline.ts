import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Protected pipeline',
  description: "Unreviewed changes cannot run with the pipeline's rights.",
  kind: 'preventive',
  service: 'AWS CodeBuild',
  howToAdd:
    'Build only reviewed branches, take the deploy rights out of the build role, and require approval before production.',
  effort: 3,
  inForce: 'Builds start from reviewed branches only, and the role of the build is narrow.',
  cost: 'people',
  effects: [
    { technique: 'T1072', does: 'protect', basis: 'attack M1026' },
    { technique: 'T1078.004', does: 'protect', basis: 'attack M1026' },
    { technique: 'T1195', does: 'protect', basis: 'attack M1018' },
    { technique: 'T1677', does: 'protect', basis: 'attack M1018' },
  ],
  references: ['https://docs.aws.amazon.com/codebuild/latest/userguide/webhooks.html'],
});
