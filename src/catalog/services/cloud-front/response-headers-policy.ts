import type { Protection } from '../../../model/dimension.ts';
import { byDefault, type Fact } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { atEdge } from '../../aws-api.ts';
import { noAnswers } from '../../no-answers.ts';
import { namesSecurityHeaders } from './security-headers.ts';

export default defineService({
  type: 'AWS::CloudFront::ResponseHeadersPolicy',
  title: 'CloudFront response headers policy',
  element: 'control',
  service: 'control',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudfront-responseheaderspolicy.html',
  facts: { ...noAnswers('it names headers that a distribution adds; it handles no request itself'), placement: atEdge },
  structure: { protections },
  ignored: {},
});

/** Headers that make browsers refuse plain text, foreign frames or foreign scripts. */
function protections(view: ResourceView): Fact<readonly Protection[]> {
  return byDefault<readonly Protection[]>([
    {
      control: 'security-headers',
      inForce: namesSecurityHeaders(view),
      origin: view.origin('ResponseHeadersPolicyConfig.SecurityHeadersConfig'),
    },
  ]);
}
