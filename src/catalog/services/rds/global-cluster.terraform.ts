import { defineTerraform } from '../../../model/terraform.ts';
import { makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::RDS::GlobalCluster',
  from: {
    aws_rds_global_cluster: makes({
      GlobalClusterIdentifier: 'global_cluster_identifier',
      DeletionProtection: 'deletion_protection',
      Engine: 'engine',
      EngineVersion: 'engine_version',
      SourceDBClusterIdentifier: 'source_db_cluster_identifier',
      StorageEncrypted: 'storage_encrypted',
      Tags: tags,
    }),
  },
});
