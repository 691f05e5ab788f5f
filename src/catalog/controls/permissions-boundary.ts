import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Permissions boundary',
  description: 'An upper limit to what an identity can ever do, whatever policies it gets.',
  kind: 'preventive',
  service: 'AWS IAM',
  howToAdd: 'Set PermissionsBoundary on roles and users that others can change.',
  effort: 2,
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html'],
});
