import { defineTerraform } from '../../../model/terraform.ts';
import { ingressPeers, separateRules } from './terraform-group-rules.ts';

export default defineTerraform({
  type: 'AWS::EC2::SecurityGroupIngress',
  inexpressible: {
    GroupName: 'the provider takes ids, not names',
    SourceSecurityGroupName: 'the provider takes ids, not names',
  },
  from: separateRules('ingress', ingressPeers),
});
