import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Trail of the organization',
  description: 'One trail records all accounts into an account that nobody of them can reach.',
  kind: 'detective',
  service: 'AWS CloudTrail',
  howToAdd: 'IsOrganizationTrail on a trail of the management account or its delegate, with a bucket in a log account.',
  effort: 3,
  inForce: 'IsOrganizationTrail of a trail that is logging is true.',
  cost: 'usage',
  effects: [{ technique: 'T1562.008', does: 'detect', score: 'significant', basis: 'ctid aws_config' }],
  references: ['https://docs.aws.amazon.com/awscloudtrail/latest/userguide/creating-trail-organization.html'],
});
