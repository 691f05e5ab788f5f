import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Security headers',
  description: 'Browsers are told to refuse plain text, foreign frames and scripts from elsewhere.',
  kind: 'preventive',
  service: 'Amazon CloudFront',
  howToAdd: 'Attach a response headers policy with SecurityHeadersConfig to the cache behaviours.',
  effort: 1,
  references: ['https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/adding-response-headers.html'],
});
