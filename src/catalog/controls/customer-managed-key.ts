import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Customer-managed key',
  description: 'A key with a policy of its own: a second lock that other rights to the data do not open.',
  kind: 'preventive',
  service: 'AWS KMS',
  howToAdd: 'Create a key whose policy names its users, and give it as the key of the resource.',
  effort: 2,
  inForce: 'The store names a key that the customer made, and the key exists.',
  cost: 'fixed',
  effects: [
    { technique: 'T1530', does: 'protect', basis: 'attack M1041' },
    { technique: 'T1552', does: 'protect', score: 'minimal', basis: 'ctid aws_key_management_service' },
    { technique: 'T1552.001', does: 'protect', score: 'partial', basis: 'ctid aws_key_management_service' },
  ],
  references: ['https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#customer-cmk'],
});
