import { defineTerraform } from '../../../model/terraform.ts';
import { indexed, makes, otherwise, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::ElastiCache::ParameterGroup',
  from: {
    aws_elasticache_parameter_group: makes({
      CacheParameterGroupFamily: 'family',
      Description: otherwise('description', 'Managed by Terraform'),
      Properties: indexed('parameter', 'name', 'value'),
      Tags: tags,
    }),
  },
});
