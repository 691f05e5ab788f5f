import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Resource policy that names its callers',
  description: 'The policy of the resource admits the principals that need it, and nobody else.',
  kind: 'preventive',
  service: 'AWS IAM',
  howToAdd:
    'Replace the wildcard principal by the roles, accounts or services that use the resource, or add conditions on the organization or source.',
  effort: 2,
  inForce: 'No statement admits everybody without a condition that stops strangers.',
  cost: 'none',
  effects: [
    { technique: 'T1080', does: 'protect', basis: 'attack M1022' },
    { technique: 'T1098', does: 'protect', basis: 'attack M1022' },
    { technique: 'T1199', does: 'protect', basis: 'attack M1018' },
    { technique: 'T1485', does: 'protect', score: 'significant', basis: 'ctid aws_s3' },
    { technique: 'T1530', does: 'protect', score: 'significant', basis: 'ctid aws_s3' },
    { technique: 'T1537', does: 'protect', basis: 'attack M1018' },
    { technique: 'T1619', does: 'protect', basis: 'attack M1018' },
    { technique: 'T1648', does: 'protect', basis: 'attack M1018' },
  ],
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_identity-vs-resource.html'],
});
