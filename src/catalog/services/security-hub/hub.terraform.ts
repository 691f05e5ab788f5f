import { defineTerraform } from '../../../model/terraform.ts';
import { makes } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::SecurityHub::Hub',
  from: { aws_securityhub_account: makes({ EnableDefaultStandards: 'enable_default_standards' }) },
});
