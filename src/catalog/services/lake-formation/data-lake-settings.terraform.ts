import { defineTerraform, type TerraformRule } from '../../../model/terraform.ts';
import { each, makes } from '../../terraform-rules.ts';

const principals = (attribute: string) => each(attribute, { DataLakePrincipalIdentifier: '' });

const defaults: TerraformRule = {
  Permissions: 'permissions',
  Principal: { DataLakePrincipalIdentifier: 'principal' },
};

export default defineTerraform({
  type: 'AWS::LakeFormation::DataLakeSettings',
  from: {
    aws_lakeformation_data_lake_settings: makes({
      Admins: principals('admins'),
      AllowExternalDataFiltering: 'allow_external_data_filtering',
      AllowFullTableExternalDataAccess: 'allow_full_table_external_data_access',
      AuthorizedSessionTagValueList: 'authorized_session_tag_value_list',
      CreateDatabaseDefaultPermissions: each('create_database_default_permissions', defaults),
      CreateTableDefaultPermissions: each('create_table_default_permissions', defaults),
      ExternalDataFilteringAllowList: principals('external_data_filtering_allow_list'),
      Parameters: 'parameters',
      ReadOnlyAdmins: principals('read_only_admins'),
      TrustedResourceOwners: 'trusted_resource_owners',
    }),
  },
});
