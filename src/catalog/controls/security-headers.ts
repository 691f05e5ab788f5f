import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Security headers',
  description: 'Browsers are told to refuse plain text, foreign frames and scripts from elsewhere.',
  kind: 'preventive',
  service: 'Amazon CloudFront',
  howToAdd: 'Attach a response headers policy with SecurityHeadersConfig to the cache behaviours.',
  effort: 1,
  inForce: 'The response headers policy of the distribution sets them.',
  cost: 'none',
  effects: [{ technique: 'T1189', does: 'protect', basis: 'attack M1050' }],
  references: ['https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/adding-response-headers.html'],
});
