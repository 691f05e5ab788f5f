import { defineTerraform } from '../../../model/terraform.ts';
import { makes } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::EC2::SnapshotBlockPublicAccess',
  from: { aws_ebs_snapshot_block_public_access: makes({ State: 'state' }) },
});
