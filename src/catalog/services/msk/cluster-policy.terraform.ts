import { defineTerraform } from '../../../model/terraform.ts';
import { document, makes } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::MSK::ClusterPolicy',
  from: { aws_msk_cluster_policy: makes({ ClusterArn: 'cluster_arn', Policy: document('policy') }) },
});
