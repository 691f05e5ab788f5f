import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Customer-managed key',
  description: 'A key with a policy of its own: a second lock that other rights to the data do not open.',
  kind: 'preventive',
  service: 'AWS KMS',
  howToAdd: 'Create a key whose policy names its users, and give it as the key of the resource.',
  effort: 2,
  references: ['https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#customer-cmk'],
});
