import { defineTerraform } from '../../../model/terraform.ts';
import { document, makes } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::S3::MultiRegionAccessPointPolicy',
  from: {
    aws_s3control_multi_region_access_point_policy: makes({
      MrapName: 'details.name',
      Policy: document('details.policy'),
    }),
  },
});
