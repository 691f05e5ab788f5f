import { defineTerraform } from '../../../model/terraform.ts';
import { makes } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::Cognito::UserPoolDomain',
  from: {
    aws_cognito_user_pool_domain: makes(
      {
        Domain: 'domain',
        UserPoolId: 'user_pool_id',
        CustomDomainConfig: { CertificateArn: 'certificate_arn' },
      },
      { attributes: { cloudfront_distribution: 'CloudFrontDistribution' } },
    ),
  },
});
