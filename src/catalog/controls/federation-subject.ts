import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Federation limited by subject',
  description: 'Only the named repository, branch, pool or user of the identity provider may assume the role.',
  kind: 'preventive',
  service: 'AWS IAM',
  howToAdd: 'Demand the sub claim with StringEquals, down to repository and branch or environment.',
  effort: 1,
  inForce: 'The trust statement pins audience and subject of the token.',
  cost: 'none',
  effects: [
    { technique: 'T1199', does: 'protect', basis: 'attack M1018' },
    { technique: 'T1550.001', does: 'protect', score: 'minimal', basis: 'ctid aws_identity_and_access_management' },
  ],
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html'],
});
