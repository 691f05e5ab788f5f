import { defineTerraform, type TerraformMembers } from '../../../model/terraform.ts';
import { configures, each, list, makes, tags } from '../../terraform-rules.ts';

const entry: TerraformMembers = { Cidr: 'cidr', Description: 'description' };

export default defineTerraform({
  type: 'AWS::EC2::PrefixList',
  from: {
    aws_ec2_managed_prefix_list: makes({
      AddressFamily: 'address_family',
      Entries: each('entry', entry),
      MaxEntries: 'max_entries',
      PrefixListName: 'name',
      Tags: tags,
    }),
    aws_ec2_managed_prefix_list_entry: configures('prefix_list_id', { Entries: list(entry) }),
  },
});
