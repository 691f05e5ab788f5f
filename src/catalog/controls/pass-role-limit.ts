import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Limited PassRole',
  description: 'Only the named roles may be handed to the named services.',
  kind: 'preventive',
  service: 'AWS IAM',
  howToAdd: 'Name the roles in Resource and the service in iam:PassedToService.',
  effort: 1,
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html'],
});
