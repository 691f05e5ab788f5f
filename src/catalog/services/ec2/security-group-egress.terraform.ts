import { defineTerraform } from '../../../model/terraform.ts';
import { egressPeers, separateRules } from './terraform-group-rules.ts';

export default defineTerraform({
  type: 'AWS::EC2::SecurityGroupEgress',
  from: separateRules('egress', egressPeers),
});
