import { defineTerraform } from '../../../model/terraform.ts';
import { makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::IAM::OIDCProvider',
  from: {
    aws_iam_openid_connect_provider: makes({
      Url: 'url',
      ClientIdList: 'client_id_list',
      ThumbprintList: 'thumbprint_list',
      Tags: tags,
    }),
  },
});
