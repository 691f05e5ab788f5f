import { defineTerraform } from '../../../model/terraform.ts';
import { configures, list, makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::ElastiCache::UserGroup',
  from: {
    aws_elasticache_user_group: makes({
      UserGroupId: 'user_group_id',
      Engine: 'engine',
      UserIds: 'user_ids',
      Tags: tags,
    }),
    aws_elasticache_user_group_association: configures('user_group_id', { UserIds: list('user_id') }),
  },
});
