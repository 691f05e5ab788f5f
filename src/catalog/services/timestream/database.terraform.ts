import { defineTerraform } from '../../../model/terraform.ts';
import { makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::Timestream::Database',
  from: {
    aws_timestreamwrite_database: makes({ DatabaseName: 'database_name', KmsKeyId: 'kms_key_id', Tags: tags }),
  },
});
