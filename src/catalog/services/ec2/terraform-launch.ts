import type { TerraformMembers, TerraformStep } from '../../../model/terraform.ts';
import { code, decoded, each, first, list } from '../../terraform-rules.ts';

/** Rules for what Terraform's types that start machines have in common. */

export const metadataOptions: TerraformMembers = {
  HttpEndpoint: 'metadata_options.http_endpoint',
  HttpTokens: 'metadata_options.http_tokens',
  HttpPutResponseHopLimit: 'metadata_options.http_put_response_hop_limit',
};

const rootDisk: TerraformMembers = { Encrypted: 'encrypted', VolumeSize: 'volume_size', VolumeType: 'volume_type' };
const disk: TerraformMembers = { ...rootDisk, SnapshotId: 'snapshot_id' };

/** The first disk and the others, which the provider keeps apart; launch configurations have no word for a `key`. */
export function disks(key: TerraformMembers = {}): TerraformStep {
  return list(
    each('root_block_device', { Ebs: { ...rootDisk, ...key } }),
    each('ebs_block_device', { DeviceName: 'device_name', Ebs: { ...disk, ...key } }),
  );
}

/**
 * The script that runs at the start; the provider does not encode again what is Base64 already. Plans and states of the
 * provider's fifth version have a SHA-1 digest of it.
 * https://github.com/hashicorp/terraform-provider-aws/issues/7625
 */
export const startScript: TerraformStep = code(['user_data', 'user_data_base64'], (view) => {
  const script = view.read('user_data');
  if (script?.kind !== 'literal' || !/^[0-9a-f]{40}$/.test(String(script.value)))
    return view.give(first(decoded('user_data'), decoded('user_data_base64')));
  const settledBy = `the user data of ${view.address}, of which there is a digest only`;
  return {
    kind: 'unknown',
    hole: { symbol: `user-data:${view.address}`, kind: 'lookup', settledBy },
    origin: script.origin,
  };
});
