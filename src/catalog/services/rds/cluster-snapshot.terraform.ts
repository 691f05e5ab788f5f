import { defineTerraform } from '../../../model/terraform.ts';
import { makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::RDS::ClusterSnapshot',
  from: {
    aws_db_cluster_snapshot: makes(
      {
        DBClusterIdentifier: 'db_cluster_identifier',
        DBClusterSnapshotIdentifier: 'db_cluster_snapshot_identifier',
        Tags: tags,
      },
      {
        name: 'db_cluster_snapshot_identifier',
        attributes: { id: 'DBClusterSnapshotIdentifier', db_cluster_snapshot_arn: 'DBClusterSnapshotArn' },
      },
    ),
  },
});
