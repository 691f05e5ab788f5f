import { defineTerraform } from '../../../model/terraform.ts';
import { makes } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::CloudFront::OriginAccessControl',
  from: {
    aws_cloudfront_origin_access_control: makes({
      OriginAccessControlConfig: {
        Name: 'name',
        OriginAccessControlOriginType: 'origin_access_control_origin_type',
        SigningBehavior: 'signing_behavior',
        SigningProtocol: 'signing_protocol',
      },
    }),
  },
});
