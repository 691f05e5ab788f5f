import { defineTerraform, type TerraformMembers } from '../../../model/terraform.ts';
import { always, block, each, makes, when } from '../../terraform-rules.ts';

const table: TerraformMembers = {
  CatalogId: 'catalog_id',
  DatabaseName: 'database_name',
  Name: 'name',
};

export default defineTerraform({
  type: 'AWS::LakeFormation::PrincipalPermissions',
  from: {
    aws_lakeformation_permissions: makes({
      Catalog: 'catalog_id',
      Permissions: 'permissions',
      PermissionsWithGrantOption: 'permissions_with_grant_option',
      Principal: { DataLakePrincipalIdentifier: 'principal' },
      Resource: {
        Catalog: when('catalog_resource', always({}), true),
        DataCellsFilter: block('data_cells_filter', {
          DatabaseName: 'database_name',
          Name: 'name',
          TableCatalogId: 'table_catalog_id',
          TableName: 'table_name',
        }),
        Database: block('database', { CatalogId: 'catalog_id', Name: 'name' }),
        DataLocation: block('data_location', { CatalogId: 'catalog_id', ResourceArn: 'arn' }),
        LFTag: block('lf_tag', { CatalogId: 'catalog_id', TagKey: 'key', TagValues: 'values' }),
        LFTagPolicy: block('lf_tag_policy', {
          CatalogId: 'catalog_id',
          Expression: each('expression', { TagKey: 'key', TagValues: 'values' }),
          ResourceType: 'resource_type',
        }),
        Table: block('table', { ...table, TableWildcard: when('wildcard', always({}), true) }),
        TableWithColumns: block('table_with_columns', { ...table, ColumnNames: 'column_names' }),
      },
    }),
  },
});
