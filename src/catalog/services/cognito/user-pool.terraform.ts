import { defineTerraform } from '../../../model/terraform.ts';
import { block, makes, tagMap } from '../../terraform-rules.ts';

const triggers = 'lambda_config';

export default defineTerraform({
  type: 'AWS::Cognito::UserPool',
  from: {
    aws_cognito_user_pool: makes(
      {
        UserPoolName: 'name',
        AdminCreateUserConfig: { AllowAdminCreateUserOnly: 'admin_create_user_config.allow_admin_create_user_only' },
        AutoVerifiedAttributes: 'auto_verified_attributes',
        DeletionProtection: 'deletion_protection',
        EmailConfiguration: {
          EmailSendingAccount: 'email_configuration.email_sending_account',
          SourceArn: 'email_configuration.source_arn',
        },
        LambdaConfig: {
          CreateAuthChallenge: `${triggers}.create_auth_challenge`,
          CustomEmailSender: { LambdaArn: `${triggers}.custom_email_sender.lambda_arn` },
          CustomMessage: `${triggers}.custom_message`,
          CustomSMSSender: { LambdaArn: `${triggers}.custom_sms_sender.lambda_arn` },
          DefineAuthChallenge: `${triggers}.define_auth_challenge`,
          KMSKeyID: `${triggers}.kms_key_id`,
          PostAuthentication: `${triggers}.post_authentication`,
          PostConfirmation: `${triggers}.post_confirmation`,
          PreAuthentication: `${triggers}.pre_authentication`,
          PreSignUp: `${triggers}.pre_sign_up`,
          PreTokenGeneration: `${triggers}.pre_token_generation`,
          PreTokenGenerationConfig: { LambdaArn: `${triggers}.pre_token_generation_config.lambda_arn` },
          UserMigration: `${triggers}.user_migration`,
          VerifyAuthChallengeResponse: `${triggers}.verify_auth_challenge_response`,
        },
        MfaConfiguration: 'mfa_configuration',
        Policies: {
          PasswordPolicy: block('password_policy', {
            MinimumLength: 'minimum_length',
            RequireLowercase: 'require_lowercase',
            RequireNumbers: 'require_numbers',
            RequireSymbols: 'require_symbols',
            RequireUppercase: 'require_uppercase',
            TemporaryPasswordValidityDays: 'temporary_password_validity_days',
          }),
        },
        SmsConfiguration: {
          ExternalId: 'sms_configuration.external_id',
          SnsCallerArn: 'sms_configuration.sns_caller_arn',
        },
        UserPoolAddOns: { AdvancedSecurityMode: 'user_pool_add_ons.advanced_security_mode' },
        UserPoolTags: tagMap,
      },
      { attributes: { endpoint: 'ProviderName' } },
    ),
  },
});
