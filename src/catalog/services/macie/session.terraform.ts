import { defineTerraform } from '../../../model/terraform.ts';
import { makes } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::Macie::Session',
  from: {
    aws_macie2_account: makes({ FindingPublishingFrequency: 'finding_publishing_frequency', Status: 'status' }),
  },
});
