import { defineTerraform } from '../../../model/terraform.ts';
import { makes } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::MSK::BatchScramSecret',
  from: {
    aws_msk_scram_secret_association: makes({ ClusterArn: 'cluster_arn', SecretArnList: 'secret_arn_list' }),
  },
});
