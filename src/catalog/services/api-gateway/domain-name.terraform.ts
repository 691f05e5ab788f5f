import { defineTerraform } from '../../../model/terraform.ts';
import { makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::ApiGateway::DomainName',
  from: {
    aws_api_gateway_domain_name: makes({
      DomainName: 'domain_name',
      CertificateArn: 'certificate_arn',
      RegionalCertificateArn: 'regional_certificate_arn',
      SecurityPolicy: 'security_policy',
      Tags: tags,
    }),
  },
});
