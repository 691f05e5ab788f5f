import type { TerraformMembers } from '../../../model/terraform.ts';

/** What directories of both kinds have in common. */
export const directory: TerraformMembers = {
  Name: 'name',
  ShortName: 'short_name',
  Password: 'password',
  EnableSso: 'enable_sso',
  VpcSettings: { SubnetIds: 'vpc_settings.subnet_ids', VpcId: 'vpc_settings.vpc_id' },
};

export const directoryAttributes = { access_url: 'AccessUrl', dns_ip_addresses: 'DnsIpAddresses' };
