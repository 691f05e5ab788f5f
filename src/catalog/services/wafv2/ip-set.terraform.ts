import { defineTerraform } from '../../../model/terraform.ts';
import { makes, named, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::WAFv2::IPSet',
  from: {
    aws_wafv2_ip_set: makes(
      {
        Name: named('name'),
        Addresses: 'addresses',
        Description: 'description',
        IPAddressVersion: 'ip_address_version',
        Scope: 'scope',
        Tags: tags,
      },
      { attributes: { id: 'Id' } },
    ),
  },
});
