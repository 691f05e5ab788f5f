import { defineTerraform } from '../../../model/terraform.ts';
import { makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::RolesAnywhere::TrustAnchor',
  from: {
    aws_rolesanywhere_trust_anchor: makes(
      {
        Name: 'name',
        Enabled: 'enabled',
        Source: {
          SourceType: 'source.source_type',
          SourceData: {
            AcmPcaArn: 'source.source_data.acm_pca_arn',
            X509CertificateData: 'source.source_data.x509_certificate_data',
          },
        },
        Tags: tags,
      },
      { attributes: { arn: 'TrustAnchorArn' } },
    ),
  },
});
