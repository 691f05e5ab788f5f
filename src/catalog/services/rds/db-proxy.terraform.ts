import { defineTerraform } from '../../../model/terraform.ts';
import { each, makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::RDS::DBProxy',
  from: {
    aws_db_proxy: makes(
      {
        DBProxyName: 'name',
        Auth: each('auth', {
          AuthScheme: 'auth_scheme',
          ClientPasswordAuthType: 'client_password_auth_type',
          IAMAuth: 'iam_auth',
          SecretArn: 'secret_arn',
        }),
        DebugLogging: 'debug_logging',
        EngineFamily: 'engine_family',
        RequireTLS: 'require_tls',
        RoleArn: 'role_arn',
        VpcSecurityGroupIds: 'vpc_security_group_ids',
        VpcSubnetIds: 'vpc_subnet_ids',
        Tags: tags,
      },
      { attributes: { arn: 'DBProxyArn', endpoint: 'Endpoint' } },
    ),
  },
});
