import { defineTerraform } from '../../../model/terraform.ts';
import { list, makes } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::RDS::DBProxyTargetGroup',
  from: {
    aws_db_proxy_target: makes({
      DBProxyName: 'db_proxy_name',
      DBClusterIdentifiers: list('db_cluster_identifier'),
      DBInstanceIdentifiers: list('db_instance_identifier'),
      TargetGroupName: 'target_group_name',
    }),
  },
});
