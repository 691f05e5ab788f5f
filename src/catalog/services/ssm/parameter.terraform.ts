import { defineTerraform } from '../../../model/terraform.ts';
import { first, makes, plainText, tagMap } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::SSM::Parameter',
  from: {
    aws_ssm_parameter: makes({
      Name: 'name',
      AllowedPattern: 'allowed_pattern',
      DataType: 'data_type',
      Description: 'description',
      KeyId: 'key_id',
      Tags: tagMap,
      Tier: 'tier',
      Type: 'type',
      Value: plainText(first('value', 'insecure_value', 'value_wo')),
    }),
  },
});
