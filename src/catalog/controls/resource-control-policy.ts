import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Resource control policy',
  description: 'What nobody, inside or outside, may do to the resources of an account.',
  kind: 'preventive',
  service: 'AWS Organizations',
  howToAdd: 'Attach a policy of type RESOURCE_CONTROL_POLICY that denies requests from outside the organization.',
  effort: 3,
  inForce: 'A policy on the account or above it denies the request; the access engine cites it on each refusal.',
  cost: 'none',
  effects: [
    { technique: 'T1199', does: 'protect', basis: 'attack M1018' },
    { technique: 'T1485', does: 'protect', basis: 'attack M1018' },
    { technique: 'T1530', does: 'protect', basis: 'attack M1018' },
    { technique: 'T1537', does: 'protect', basis: 'attack M1018' },
  ],
  references: ['https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html'],
});
