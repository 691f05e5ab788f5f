import { defineTerraform } from '../../../model/terraform.ts';
import { makes } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::SecretsManager::RotationSchedule',
  inexpressible: {
    HostedRotationLambda: 'a function that a CloudFormation transform makes; Terraform names a function',
    ExternalSecretRotationRoleArn: 'version 5 of the provider has no such argument',
  },
  from: {
    aws_secretsmanager_secret_rotation: makes({
      RotateImmediatelyOnUpdate: 'rotate_immediately',
      RotationLambdaARN: 'rotation_lambda_arn',
      RotationRules: {
        AutomaticallyAfterDays: 'rotation_rules.automatically_after_days',
        Duration: 'rotation_rules.duration',
        ScheduleExpression: 'rotation_rules.schedule_expression',
      },
      SecretId: 'secret_id',
    }),
  },
});
