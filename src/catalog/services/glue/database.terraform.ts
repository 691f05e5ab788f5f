import { defineTerraform } from '../../../model/terraform.ts';
import { makes } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::Glue::Database',
  from: {
    aws_glue_catalog_database: makes(
      {
        CatalogId: 'catalog_id',
        DatabaseInput: { LocationUri: 'location_uri', Name: 'name' },
        DatabaseName: 'name',
      },
      { attributes: { name: 'DatabaseName' } },
    ),
  },
});
