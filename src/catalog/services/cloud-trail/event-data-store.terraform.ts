import { defineTerraform } from '../../../model/terraform.ts';
import { makes, otherwise, tags } from '../../terraform-rules.ts';
import { advancedSelectors } from './advanced-selectors.ts';

/** Defaults: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudtrail_event_data_store */
export default defineTerraform({
  type: 'AWS::CloudTrail::EventDataStore',
  from: {
    aws_cloudtrail_event_data_store: makes({
      Name: 'name',
      AdvancedEventSelectors: advancedSelectors,
      MultiRegionEnabled: otherwise('multi_region_enabled', true),
      OrganizationEnabled: otherwise('organization_enabled', false),
      Tags: tags,
    }),
  },
});
