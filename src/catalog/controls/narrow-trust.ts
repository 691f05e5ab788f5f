import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Trust that names its principals',
  description: 'Only the meant principals may assume the role.',
  kind: 'preventive',
  service: 'AWS IAM',
  howToAdd: 'Name roles or services in the trust policy, with conditions on organization, source or external id.',
  effort: 1,
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-user.html'],
});
