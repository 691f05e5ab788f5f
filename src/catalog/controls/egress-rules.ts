import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Narrow rules for the way out',
  description: 'Code that an attacker runs cannot send data to any address or fetch tools.',
  kind: 'preventive',
  service: 'Amazon VPC',
  howToAdd: 'Replace the rule for all destinations by rules for the groups, prefix lists and ports that are needed.',
  effort: 2,
  inForce: 'No rule lets everything out to everywhere.',
  cost: 'none',
  effects: [{ technique: 'T1048', does: 'protect', score: 'partial', basis: 'ctid amazon_virtual_private_cloud' }],
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html'],
});
