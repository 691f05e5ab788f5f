import { defineTerraform } from '../../../model/terraform.ts';
import { configures, makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::CertificateManager::Certificate',
  from: {
    aws_acm_certificate: makes({
      DomainName: 'domain_name',
      SubjectAlternativeNames: 'subject_alternative_names',
      ValidationMethod: 'validation_method',
      CertificateAuthorityArn: 'certificate_authority_arn',
      KeyAlgorithm: 'key_algorithm',
      Tags: tags,
    }),
    // It waits until the certificate is issued; what refers to it means the certificate.
    aws_acm_certificate_validation: configures('certificate_arn', {}),
  },
});
