import { defineTerraform } from '../../../model/terraform.ts';
import { makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::EFS::AccessPoint',
  from: {
    aws_efs_access_point: makes({
      FileSystemId: 'file_system_id',
      PosixUser: {
        Gid: 'posix_user.gid',
        SecondaryGids: 'posix_user.secondary_gids',
        Uid: 'posix_user.uid',
      },
      RootDirectory: {
        Path: 'root_directory.path',
        CreationInfo: {
          OwnerGid: 'root_directory.creation_info.owner_gid',
          OwnerUid: 'root_directory.creation_info.owner_uid',
          Permissions: 'root_directory.creation_info.permissions',
        },
      },
      AccessPointTags: tags,
    }),
  },
});
