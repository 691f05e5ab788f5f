import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'External id for third parties',
  description: 'A third party that serves many customers can assume the role only on behalf of this one.',
  kind: 'preventive',
  service: 'AWS IAM',
  howToAdd: 'Add a condition on sts:ExternalId with a value that the third party assigns to you.',
  effort: 1,
  inForce: 'The trust statement of the other account has a condition on sts:ExternalId.',
  cost: 'none',
  effects: [
    { technique: 'T1078.004', does: 'detect', score: 'minimal', basis: 'ctid aws_identity_and_access_management' },
    { technique: 'T1078.004', does: 'protect', score: 'partial', basis: 'ctid aws_identity_and_access_management' },
    { technique: 'T1199', does: 'protect', basis: 'attack M1018' },
  ],
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html'],
});
