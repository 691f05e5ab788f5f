import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Resource policy that names its callers',
  description: 'The policy of the resource admits the principals that need it, and nobody else.',
  kind: 'preventive',
  service: 'AWS IAM',
  howToAdd:
    'Replace the wildcard principal by the roles, accounts or services that use the resource, or add conditions on the organization or source.',
  effort: 2,
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_identity-vs-resource.html'],
});
