import { defineTerraform } from '../../../model/terraform.ts';
import { makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::RDS::DBSnapshot',
  from: {
    aws_db_snapshot: makes(
      { DBInstanceIdentifier: 'db_instance_identifier', DBSnapshotIdentifier: 'db_snapshot_identifier', Tags: tags },
      { name: 'db_snapshot_identifier', attributes: { id: 'DBSnapshotIdentifier', db_snapshot_arn: 'DBSnapshotArn' } },
    ),
  },
});
