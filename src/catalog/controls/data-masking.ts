import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Masking of sensitive data in logs',
  description: 'Personal data and credentials that get into a log are hidden from its readers.',
  kind: 'preventive',
  service: 'Amazon CloudWatch',
  howToAdd: 'Set DataProtectionPolicy of the log group with an Audit and a Deidentify statement.',
  effort: 2,
  inForce: 'The log group has a data protection policy that masks.',
  cost: 'usage',
  effects: [],
  references: ['https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/mask-sensitive-log-data.html'],
});
