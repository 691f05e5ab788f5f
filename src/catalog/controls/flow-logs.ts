import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'VPC flow logs',
  description: 'Records of accepted and rejected connections.',
  kind: 'detective',
  service: 'Amazon VPC',
  howToAdd: 'Create a flow log for the VPC with a destination that is kept.',
  effort: 1,
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html'],
});
