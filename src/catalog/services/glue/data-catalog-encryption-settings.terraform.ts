import { defineTerraform } from '../../../model/terraform.ts';
import { makes } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::Glue::DataCatalogEncryptionSettings',
  from: {
    aws_glue_data_catalog_encryption_settings: makes({
      CatalogId: 'catalog_id',
      DataCatalogEncryptionSettings: {
        ConnectionPasswordEncryption: {
          KmsKeyId: 'data_catalog_encryption_settings.connection_password_encryption.aws_kms_key_id',
          ReturnConnectionPasswordEncrypted:
            'data_catalog_encryption_settings.connection_password_encryption.return_connection_password_encrypted',
        },
        EncryptionAtRest: {
          CatalogEncryptionMode: 'data_catalog_encryption_settings.encryption_at_rest.catalog_encryption_mode',
          SseAwsKmsKeyId: 'data_catalog_encryption_settings.encryption_at_rest.sse_aws_kms_key_id',
        },
      },
    }),
  },
});
