import { defineTerraform } from '../../../model/terraform.ts';
import { makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::WorkSpaces::Workspace',
  from: {
    aws_workspaces_workspace: makes({
      BundleId: 'bundle_id',
      DirectoryId: 'directory_id',
      RootVolumeEncryptionEnabled: 'root_volume_encryption_enabled',
      UserName: 'user_name',
      UserVolumeEncryptionEnabled: 'user_volume_encryption_enabled',
      VolumeEncryptionKey: 'volume_encryption_key',
      Tags: tags,
    }),
  },
});
