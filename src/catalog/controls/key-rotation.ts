import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Key rotation',
  description: 'New data is encrypted with fresh key material every year.',
  kind: 'preventive',
  service: 'AWS KMS',
  howToAdd: 'Set EnableKeyRotation to true.',
  effort: 1,
  inForce: 'EnableKeyRotation of the key is true.',
  cost: 'none',
  effects: [{ technique: 'T1552', does: 'protect', score: 'minimal', basis: 'ctid aws_key_management_service' }],
  references: ['https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html'],
});
