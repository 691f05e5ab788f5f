import { defineTerraform } from '../../../model/terraform.ts';
import { makes, named, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::DocDB::DBInstance',
  from: {
    aws_docdb_cluster_instance: makes(
      {
        DBClusterIdentifier: 'cluster_identifier',
        DBInstanceIdentifier: named('identifier'),
        DBInstanceClass: 'instance_class',
        AutoMinorVersionUpgrade: 'auto_minor_version_upgrade',
        CACertificateIdentifier: 'ca_cert_identifier',
        Tags: tags,
      },
      { attributes: { endpoint: 'Endpoint', port: 'Port' } },
    ),
  },
});
