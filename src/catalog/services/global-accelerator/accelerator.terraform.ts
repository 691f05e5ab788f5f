import { defineTerraform } from '../../../model/terraform.ts';
import { makes, otherwise, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::GlobalAccelerator::Accelerator',
  from: {
    aws_globalaccelerator_accelerator: makes(
      {
        Name: 'name',
        Enabled: otherwise('enabled', true),
        FlowLogsEnabled: 'attributes.flow_logs_enabled',
        FlowLogsS3Bucket: 'attributes.flow_logs_s3_bucket',
        Tags: tags,
      },
      { attributes: { dns_name: 'DnsName' } },
    ),
  },
});
