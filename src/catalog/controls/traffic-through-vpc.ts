import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Traffic through the VPC',
  description: 'Routes, security groups, endpoints and flow logs apply to what the service sends.',
  kind: 'preventive',
  service: 'Amazon VPC',
  howToAdd:
    'Switch enhanced VPC routing on, or direct internet access off, with endpoints for the services that are needed.',
  effort: 2,
  inForce: 'The setting that routes traffic through the VPC is on.',
  cost: 'none',
  effects: [{ technique: 'T1048', does: 'protect', basis: 'attack M1037' }],
  references: ['https://docs.aws.amazon.com/redshift/latest/mgmt/enhanced-vpc-routing.html'],
});
