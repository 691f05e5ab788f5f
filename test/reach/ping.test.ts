import { describe, expect, test } from 'vitest';
import { deploy } from './deploy.ts';
import { entry, group, type Part, ref, template, twoTiers } from './two-tiers.ts';

const rule = (type: number, code = -1) => ({
  IpProtocol: 'icmp',
  FromPort: type,
  ToPort: code,
  CidrIp: '0.0.0.0/0',
});
const icmp = (number: number, Egress: boolean, Type: number, Code = -1): Part =>
  entry('Acl', number, { Egress, Protocol: 1, Icmp: { Type, Code } });
const fence: Readonly<Record<string, Part>> = {
  Acl: ['AWS::EC2::NetworkAcl', { VpcId: ref('Vpc') }],
  Fence: ['AWS::EC2::SubnetNetworkAclAssociation', { SubnetId: ref('Public'), NetworkAclId: ref('Acl') }],
};
const open = { WebGroup: group([rule(8)]) };

/** ICMP types: https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html and the security group reference. */
describe('a ping from the internet', () => {
  test.each<readonly [string, Readonly<Record<string, Part>>, string]>([
    ['passes a rule for echo requests', open, 'open'],
    ['passes a rule for echo requests with their only code', { WebGroup: group([rule(8, 0)]) }, 'open'],
    ['passes a rule for all types', { WebGroup: group([rule(-1)]) }, 'open'],
    ['does not pass a rule for another type', { WebGroup: group([rule(3)]) }, 'security-group'],
    ['does not pass a rule for a code that pings never have', { WebGroup: group([rule(8, 4)]) }, 'security-group'],
    [
      'passes entries for requests one way and replies the other',
      { ...open, ...fence, In: icmp(100, false, 8), Out: icmp(100, true, 0) },
      'open',
    ],
    [
      'does not pass when the list lets requests out but no replies',
      { ...open, ...fence, In: icmp(100, false, 8), Out: icmp(100, true, 8) },
      'network-acl',
    ],
    [
      'does not pass when the list lets in replies only',
      { ...open, ...fence, In: icmp(100, false, 0), Out: icmp(100, true, -1) },
      'network-acl',
    ],
    [
      'is stopped by an earlier entry for its type',
      {
        ...open,
        ...fence,
        Stop: entry('Acl', 50, { Protocol: 1, RuleAction: 'deny', Icmp: { Type: 8, Code: -1 } }),
        In: icmp(100, false, -1),
        Out: icmp(100, true, -1),
      },
      'network-acl',
    ],
    [
      'is not stopped by an earlier entry for another type',
      {
        ...open,
        ...fence,
        Stop: entry('Acl', 50, { Protocol: 1, RuleAction: 'deny', Icmp: { Type: 13, Code: -1 } }),
        In: icmp(100, false, -1),
        Out: icmp(100, true, -1),
      },
      'open',
    ],
  ])('%s', (_, change, expected) => {
    const { reach, end } = deploy(template({ ...twoTiers, ...change }));
    const { verdict, blockedBy } = reach.connect({ kind: 'internet' }, end('Web'), undefined, 'icmp');
    expect(verdict === 'blocked' ? blockedBy?.component : verdict).toBe(expected);
  });
});
