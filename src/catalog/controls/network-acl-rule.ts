import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Narrow network access control list',
  description: 'A second barrier around the subnet, whatever security groups let through.',
  kind: 'preventive',
  service: 'Amazon VPC',
  howToAdd: 'Admit only the ports and ranges that the subnet serves.',
  effort: 2,
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html'],
});
