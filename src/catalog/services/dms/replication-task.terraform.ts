import { defineTerraform } from '../../../model/terraform.ts';
import { document, makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::DMS::ReplicationTask',
  from: {
    aws_dms_replication_task: makes(
      {
        ReplicationTaskIdentifier: 'replication_task_id',
        MigrationType: 'migration_type',
        ReplicationInstanceArn: 'replication_instance_arn',
        ReplicationTaskSettings: document('replication_task_settings'),
        SourceEndpointArn: 'source_endpoint_arn',
        TableMappings: document('table_mappings'),
        TargetEndpointArn: 'target_endpoint_arn',
        Tags: tags,
      },
      { attributes: { id: 'ReplicationTaskIdentifier', replication_task_arn: 'Arn' } },
    ),
  },
});
