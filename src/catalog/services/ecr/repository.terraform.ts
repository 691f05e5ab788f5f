import { defineTerraform } from '../../../model/terraform.ts';
import { configures, document, each, makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::ECR::Repository',
  from: {
    aws_ecr_repository: makes(
      {
        RepositoryName: 'name',
        EmptyOnDelete: 'force_delete',
        EncryptionConfiguration: {
          EncryptionType: 'encryption_configuration.encryption_type',
          KmsKey: 'encryption_configuration.kms_key',
        },
        ImageScanningConfiguration: { ScanOnPush: 'image_scanning_configuration.scan_on_push' },
        ImageTagMutability: 'image_tag_mutability',
        ImageTagMutabilityExclusionFilters: each('image_tag_mutability_exclusion_filter', {
          ImageTagMutabilityExclusionFilterType: 'filter_type',
          ImageTagMutabilityExclusionFilterValue: 'filter',
        }),
        Tags: tags,
      },
      { attributes: { repository_url: 'RepositoryUri' } },
    ),
    aws_ecr_repository_policy: configures('repository', { RepositoryPolicyText: document('policy') }),
    aws_ecr_lifecycle_policy: configures('repository', { LifecyclePolicy: { LifecyclePolicyText: 'policy' } }),
  },
});
