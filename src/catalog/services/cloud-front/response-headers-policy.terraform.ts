import { defineTerraform } from '../../../model/terraform.ts';
import { block, makes } from '../../terraform-rules.ts';

const headers = 'security_headers_config';

export default defineTerraform({
  type: 'AWS::CloudFront::ResponseHeadersPolicy',
  from: {
    aws_cloudfront_response_headers_policy: makes({
      ResponseHeadersPolicyConfig: {
        Name: 'name',
        SecurityHeadersConfig: {
          ContentSecurityPolicy: block(`${headers}.content_security_policy`, {
            ContentSecurityPolicy: 'content_security_policy',
            Override: 'override',
          }),
          ContentTypeOptions: block(`${headers}.content_type_options`, { Override: 'override' }),
          FrameOptions: block(`${headers}.frame_options`, { FrameOption: 'frame_option', Override: 'override' }),
          ReferrerPolicy: block(`${headers}.referrer_policy`, {
            ReferrerPolicy: 'referrer_policy',
            Override: 'override',
          }),
          StrictTransportSecurity: block(`${headers}.strict_transport_security`, {
            AccessControlMaxAgeSec: 'access_control_max_age_sec',
            IncludeSubdomains: 'include_subdomains',
            Override: 'override',
          }),
        },
      },
    }),
  },
});
