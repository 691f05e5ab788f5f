import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Service control policy',
  description: 'What no identity of an account may do, whatever its own policies say.',
  kind: 'preventive',
  service: 'AWS Organizations',
  howToAdd:
    'Attach a policy of type SERVICE_CONTROL_POLICY with Deny statements to the root or unit; hand the organization over as input.',
  effort: 3,
  inForce: 'A policy on the account or above it denies the call; the access engine cites it on each refusal.',
  cost: 'none',
  effects: [
    { technique: 'T1078', does: 'protect', score: 'partial', basis: 'ctid aws_organizations' },
    { technique: 'T1078.004', does: 'protect', score: 'significant', basis: 'ctid aws_organizations' },
    { technique: 'T1087.004', does: 'protect', score: 'partial', basis: 'ctid aws_organizations' },
    { technique: 'T1098.003', does: 'protect', basis: 'attack M1018' },
    { technique: 'T1538', does: 'protect', score: 'partial', basis: 'ctid aws_organizations' },
    { technique: 'T1562.008', does: 'protect', basis: 'attack M1018' },
    { technique: 'T1580', does: 'protect', score: 'partial', basis: 'ctid aws_organizations' },
  ],
  references: ['https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html'],
});
