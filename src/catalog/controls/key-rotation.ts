import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Key rotation',
  description: 'New data is encrypted with fresh key material every year.',
  kind: 'preventive',
  service: 'AWS KMS',
  howToAdd: 'Set EnableKeyRotation to true.',
  effort: 1,
  references: ['https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html'],
});
