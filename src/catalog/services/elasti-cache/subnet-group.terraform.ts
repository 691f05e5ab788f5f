import { defineTerraform } from '../../../model/terraform.ts';
import { makes, otherwise, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::ElastiCache::SubnetGroup',
  from: {
    aws_elasticache_subnet_group: makes({
      CacheSubnetGroupName: 'name',
      Description: otherwise('description', 'Managed by Terraform'),
      SubnetIds: 'subnet_ids',
      Tags: tags,
    }),
  },
});
