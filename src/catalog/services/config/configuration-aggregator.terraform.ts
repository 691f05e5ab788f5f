import { defineTerraform } from '../../../model/terraform.ts';
import { block, each, makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::Config::ConfigurationAggregator',
  from: {
    aws_config_configuration_aggregator: makes({
      ConfigurationAggregatorName: 'name',
      AccountAggregationSources: each('account_aggregation_source', {
        AccountIds: 'account_ids',
        AllAwsRegions: 'all_regions',
        AwsRegions: 'regions',
      }),
      OrganizationAggregationSource: block('organization_aggregation_source', {
        AllAwsRegions: 'all_regions',
        AwsRegions: 'regions',
        RoleArn: 'role_arn',
      }),
      Tags: tags,
    }),
  },
});
