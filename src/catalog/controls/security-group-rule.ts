import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Narrow network rule',
  description: 'The security group admits the peers and ports that are needed, and no others.',
  kind: 'preventive',
  service: 'Amazon VPC',
  howToAdd: 'Replace the wide source by the security group or address range of those who connect.',
  effort: 1,
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html'],
});
