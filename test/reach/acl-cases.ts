import { acl, bothWays, type Case, parameter } from './internet-case.ts';
import { anyone, entry, get, group, ref } from './two-tiers.ts';

/** Network ACLs: order, both directions, the default one. */
export const networkAcls: readonly Case[] = [
  { name: 'an ACL without entries denies everything', change: acl({}), expected: 'blocked by network-acl' },
  { name: 'an ACL that allows both ways', change: acl(bothWays), expected: 'open tcp 443' },
  { name: 'answers must be allowed too', change: acl({ In: bothWays.In }), expected: 'blocked by network-acl' },
  {
    name: 'answers go to ephemeral ports',
    change: acl({
      In: bothWays.In,
      Out: entry('Acl', 100, { Egress: true, Protocol: 6, PortRange: { From: 443, To: 443 } }),
    }),
    expected: 'blocked by network-acl',
  },
  {
    name: 'ephemeral ports suffice',
    change: acl({
      In: bothWays.In,
      Out: entry('Acl', 100, { Egress: true, Protocol: 6, PortRange: { From: 1024, To: 65535 } }),
    }),
    expected: 'open tcp 443',
  },
  {
    name: 'a deny in front',
    change: acl({ ...bothWays, Deny: entry('Acl', 90, { RuleAction: 'deny' }) }),
    expected: 'blocked by network-acl',
  },
  {
    name: 'a deny behind',
    change: acl({ ...bothWays, Deny: entry('Acl', 110, { RuleAction: 'deny' }) }),
    expected: 'open tcp 443',
  },
  {
    name: 'a deny of another port',
    change: acl({
      ...bothWays,
      Deny: entry('Acl', 90, { RuleAction: 'deny', Protocol: 6, PortRange: { From: 22, To: 22 } }),
    }),
    expected: 'open tcp 443',
  },
  {
    name: 'a deny cuts ports out',
    change: {
      ...acl({
        ...bothWays,
        Deny: entry('Acl', 90, { RuleAction: 'deny', Protocol: 6, PortRange: { From: 22, To: 22 } }),
      }),
      WebGroup: group([anyone(20, 25)]),
    },
    expected: 'open tcp 20-21, tcp 23-25',
  },
  {
    name: 'a deny of an office leaves the rest',
    change: acl({ ...bothWays, Deny: entry('Acl', 90, { RuleAction: 'deny', CidrBlock: '203.0.113.0/24' }) }),
    expected: 'open tcp 443',
  },
  {
    name: 'an ACL for the office alone',
    change: acl({ Out: bothWays.Out, In: entry('Acl', 100, { CidrBlock: '203.0.113.0/24' }) }),
    expected: 'blocked by network-acl',
  },
  {
    name: 'an ACL by parameter is not known',
    change: {
      AclAssociation: [
        'AWS::EC2::SubnetNetworkAclAssociation',
        { SubnetId: ref('Public'), NetworkAclId: ref('Given') },
      ],
    },
    sections: parameter('Given'),
    expected: 'unknown: parameter Given of net',
  },
  {
    name: 'an entry by parameter is not known',
    change: acl({ ...bothWays, In: entry('Acl', 100, { RuleAction: ref('Action') }) }),
    sections: parameter('Action'),
    expected: 'unknown: parameter Action of net',
  },
  {
    name: 'a deny of unknown addresses makes the rest unknown',
    change: acl({ ...bothWays, Deny: entry('Acl', 90, { RuleAction: 'deny', CidrBlock: ref('From') }) }),
    sections: parameter('From'),
    expected: 'unknown: parameter From of net',
  },
  {
    name: 'an entry of the default ACL counts',
    change: {
      Deny: [
        'AWS::EC2::NetworkAclEntry',
        {
          NetworkAclId: get('Vpc', 'DefaultNetworkAcl'),
          RuleNumber: 10,
          Protocol: -1,
          RuleAction: 'deny',
          CidrBlock: '0.0.0.0/0',
        },
      ],
    },
    expected: 'blocked by network-acl',
  },
];
