import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Key policy that names its users',
  description: 'Only the named principals may use or manage the key.',
  kind: 'preventive',
  service: 'AWS KMS',
  howToAdd:
    'Replace wildcard principals in the key policy; keep the statement that delegates to IAM for the account root.',
  effort: 2,
  inForce: 'The key policy names principals or has a condition on the account or service.',
  cost: 'none',
  effects: [{ technique: 'T1530', does: 'protect', basis: 'attack M1022' }],
  references: ['https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html'],
});
