import { defineTerraform } from '../../../model/terraform.ts';
import { each, makes, otherwise } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::CloudFront::Function',
  from: {
    aws_cloudfront_function: makes(
      {
        Name: 'name',
        AutoPublish: otherwise('publish', true),
        FunctionCode: 'code',
        FunctionConfig: {
          Comment: 'comment',
          KeyValueStoreAssociations: each('key_value_store_associations', { KeyValueStoreARN: '' }),
          Runtime: 'runtime',
        },
      },
      { attributes: { id: 'Name' } },
    ),
  },
});
