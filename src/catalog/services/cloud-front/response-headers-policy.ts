import type { Protection } from '../../../model/dimension.ts';
import { byDefault, type Fact } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { present } from '../../answer.ts';
import { atEdge } from '../../aws-api.ts';
import { anyTrue } from '../../combine-facts.ts';
import { noAnswers } from '../../no-answers.ts';

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
  const headers = ['StrictTransportSecurity', 'ContentSecurityPolicy', 'FrameOptions', 'ContentTypeOptions'];
  const path = 'ResponseHeadersPolicyConfig.SecurityHeadersConfig';
  return byDefault<readonly Protection[]>([
    {
      control: 'security-headers',
      inForce: anyTrue(headers.map((header) => present(view, `${path}.${header}`))),
      origin: view.origin(path),
    },
  ]);
}
