import { cloudFormationReference } from './cloudformation-reference.ts';
import { type Draft, instanceId, type Translation } from './draft.ts';
import { givenAt } from './given.ts';
import { associationsByDefault, keyText, type SubnetDefault } from './subnet-defaults.ts';

/**
 * "If you don't explicitly associate a subnet with a network ACL, the subnet is automatically associated with the default
 * network ACL" (https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html). Terraform can take that one over,
 * with the entries that it states and no others.
 */
export function defaultAclAssociations(translation: Translation): readonly Draft[] {
  const defaults = new Map<string, SubnetDefault>();
  for (const { instance, drafts } of translation.owners.values()) {
    if (instance.type !== 'aws_default_network_acl') continue;
    const vpc = drafts[0]?.properties.get('VpcId') ?? givenAt(instance.attributes, 'vpc_id');
    const key = vpc === undefined ? undefined : keyText(vpc, translation);
    const own = cloudFormationReference(instanceId(translation.root, instance.address), 'Ref', instance.origin);
    if (key !== undefined && !defaults.has(key))
      defaults.set(key, { vpc: key, of: own, guard: instance.guard, instance });
  }
  if (defaults.size === 0) return [];
  const association = { type: 'AWS::EC2::SubnetNetworkAclAssociation', of: 'NetworkAclId' };
  return associationsByDefault(defaults, association, translation);
}
