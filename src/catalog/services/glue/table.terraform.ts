import { defineTerraform } from '../../../model/terraform.ts';
import { makes } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::Glue::Table',
  from: {
    aws_glue_catalog_table: makes(
      {
        CatalogId: 'catalog_id',
        DatabaseName: 'database_name',
        TableInput: {
          Name: 'name',
          Owner: 'owner',
          StorageDescriptor: { Location: 'storage_descriptor.location' },
          TableType: 'table_type',
        },
      },
      { attributes: { name: 'TableInput.Name' } },
    ),
  },
});
