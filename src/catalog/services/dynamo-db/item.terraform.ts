import { defineTerraform } from '../../../model/terraform.ts';
import { document, makes } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::DynamoDB::Item',
  from: { aws_dynamodb_table_item: makes({ TableName: 'table_name', Item: document('item') }) },
});
