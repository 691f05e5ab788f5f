import { defineTerraform } from '../../../model/terraform.ts';
import { makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::IAM::SAMLProvider',
  inexpressible: { AddPrivateKey: 'the provider for Terraform has no argument for the key that decrypts assertions' },
  from: {
    aws_iam_saml_provider: makes({ Name: 'name', SamlMetadataDocument: 'saml_metadata_document', Tags: tags }),
  },
});
