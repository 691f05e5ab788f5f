import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Instance metadata with session tokens',
  description: "Requests that an application is tricked into cannot read the instance role's credentials.",
  kind: 'preventive',
  service: 'Amazon EC2',
  howToAdd: 'Set MetadataOptions.HttpTokens to required, with a hop limit of 1.',
  effort: 1,
  inForce: 'HttpTokens is required, and the hop limit is one where no container needs more.',
  cost: 'none',
  effects: [{ technique: 'T1552.005', does: 'protect', score: 'partial', basis: 'ctid aws_config' }],
  references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html'],
});
