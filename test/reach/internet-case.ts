import { entry, type Part, ref } from './two-tiers.ts';

/** What changes in the two tiers, and what the internet can then do with `Web`. */
export interface Case {
  readonly name: string;
  readonly change: Readonly<Record<string, Part | undefined>>;
  readonly to?: string;
  readonly port?: number;
  /** `open 443`, `blocked by route`, `unknown: parameter X`. */
  readonly expected: string;
  readonly sections?: { readonly Parameters?: object; readonly Conditions?: object };
}

/** A section with one parameter that nobody gives. */
export const parameter = (name: string, Type = 'String') => ({ Parameters: { [name]: { Type } } });

/** A network ACL of the public subnet. */
export const acl = (entries: Readonly<Record<string, Part>>): Readonly<Record<string, Part>> => ({
  Acl: ['AWS::EC2::NetworkAcl', { VpcId: ref('Vpc') }],
  AclAssociation: ['AWS::EC2::SubnetNetworkAclAssociation', { SubnetId: ref('Public'), NetworkAclId: ref('Acl') }],
  ...entries,
});
/** Entries that allow everything. */
export const bothWays = { In: entry('Acl', 100, {}), Out: entry('Acl', 100, { Egress: true }) };
