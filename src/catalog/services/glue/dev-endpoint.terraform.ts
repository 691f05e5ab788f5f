import { defineTerraform } from '../../../model/terraform.ts';
import { makes, tagMap } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::Glue::DevEndpoint',
  from: {
    aws_glue_dev_endpoint: makes({
      EndpointName: 'name',
      PublicKey: 'public_key',
      RoleArn: 'role_arn',
      SecurityConfiguration: 'security_configuration',
      SecurityGroupIds: 'security_group_ids',
      SubnetId: 'subnet_id',
      Tags: tagMap,
    }),
  },
});
