import { defineTerraform } from '../../../model/terraform.ts';
import { makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::EC2::InternetGateway',
  from: { aws_internet_gateway: makes({ Tags: tags }) },
});
