import { defineTerraform } from '../../../model/terraform.ts';
import { each, makes } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::Glue::SecurityConfiguration',
  from: {
    aws_glue_security_configuration: makes({
      Name: 'name',
      EncryptionConfiguration: {
        CloudWatchEncryption: {
          CloudWatchEncryptionMode: 'encryption_configuration.cloudwatch_encryption.cloudwatch_encryption_mode',
          KmsKeyArn: 'encryption_configuration.cloudwatch_encryption.kms_key_arn',
        },
        JobBookmarksEncryption: {
          JobBookmarksEncryptionMode: 'encryption_configuration.job_bookmarks_encryption.job_bookmarks_encryption_mode',
          KmsKeyArn: 'encryption_configuration.job_bookmarks_encryption.kms_key_arn',
        },
        S3Encryptions: each('encryption_configuration.s3_encryption', {
          KmsKeyArn: 'kms_key_arn',
          S3EncryptionMode: 's3_encryption_mode',
        }),
      },
    }),
  },
});
