import { defineTerraform } from '../../../model/terraform.ts';
import { makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::Lambda::CodeSigningConfig',
  from: {
    aws_lambda_code_signing_config: makes({
      Description: 'description',
      AllowedPublishers: { SigningProfileVersionArns: 'allowed_publishers.signing_profile_version_arns' },
      CodeSigningPolicies: { UntrustedArtifactOnDeployment: 'policies.untrusted_artifact_on_deployment' },
      Tags: tags,
    }),
  },
});
