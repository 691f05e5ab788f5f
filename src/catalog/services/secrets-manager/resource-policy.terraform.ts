import { defineTerraform } from '../../../model/terraform.ts';
import { document, makes, own } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::SecretsManager::ResourcePolicy',
  from: {
    aws_secretsmanager_secret_policy: makes({
      BlockPublicPolicy: 'block_public_policy',
      ResourcePolicy: document('policy'),
      SecretId: 'secret_arn',
    }),
    aws_secretsmanager_secret: makes(
      { ResourcePolicy: document('policy'), SecretId: own() },
      { when: { attribute: 'policy' } },
    ),
  },
});
