import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Temporary credentials',
  description: 'Credentials that expire by themselves, instead of keys that live for years.',
  kind: 'preventive',
  service: 'AWS IAM Identity Center',
  howToAdd: 'Replace access keys by roles: instance profiles, task roles, federation.',
  effort: 3,
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-workloads-use-roles'],
});
