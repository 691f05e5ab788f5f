import { defineTerraform } from '../../../model/terraform.ts';
import { makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::ElastiCache::User',
  from: {
    aws_elasticache_user: makes({
      UserId: 'user_id',
      UserName: 'user_name',
      AccessString: 'access_string',
      AuthenticationMode: { Passwords: 'authentication_mode.passwords', Type: 'authentication_mode.type' },
      Engine: 'engine',
      NoPasswordRequired: 'no_password_required',
      Passwords: 'passwords',
      Tags: tags,
    }),
  },
});
