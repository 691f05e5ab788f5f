import { defineTerraform } from '../../../model/terraform.ts';
import { makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::Glue::DevEndpoint',
  from: {
    aws_glue_dev_endpoint: makes({
      EndpointName: 'name',
      RoleArn: 'role_arn',
      SubnetId: 'subnet_id',
      SecurityGroupIds: 'security_group_ids',
      PublicKey: 'public_key',
      Tags: tags,
    }),
  },
});
