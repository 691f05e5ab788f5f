import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'External id for third parties',
  description: 'A third party that serves many customers can assume the role only on behalf of this one.',
  kind: 'preventive',
  service: 'AWS IAM',
  howToAdd: 'Add a condition on sts:ExternalId with a value that the third party assigns to you.',
  effort: 1,
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html'],
});
