import { defineTerraform } from '../../../model/terraform.ts';
import { configures, each, makes, named, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::SecretsManager::Secret',
  from: {
    aws_secretsmanager_secret: makes({
      Description: 'description',
      KmsKeyId: 'kms_key_id',
      Name: named('name'),
      ReplicaRegions: each('replica', { Region: 'region', KmsKeyId: 'kms_key_id' }),
      Tags: tags,
    }),
    aws_secretsmanager_secret_version: configures('secret_id', { SecretString: 'secret_string' }),
  },
});
