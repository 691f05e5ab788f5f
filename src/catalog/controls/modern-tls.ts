import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'TLS 1.2 or later',
  description: 'Old protocol versions with known weaknesses are not accepted.',
  kind: 'preventive',
  service: 'AWS Certificate Manager',
  howToAdd: 'Choose a security policy whose minimum is TLS 1.2 or 1.3.',
  effort: 1,
  references: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html'],
});
