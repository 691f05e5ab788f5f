import { describe, expect, test } from 'vitest';
import type { NetworkEnd } from '../../src/model/reach.ts';
import { deploy } from './deploy.ts';
import { ref, template, twoTiers } from './two-tiers.ts';

/** A guest of another account in the private subnet of the two tiers, with a group of its own in the owner's VPC. */
const account = '444455556666';
const shared = (name: string) => ({ 'Fn::ImportValue': name });
const guest = template({
  GuestGroup: [
    'AWS::EC2::SecurityGroup',
    {
      GroupDescription: 'guest',
      VpcId: shared('Vpc'),
      SecurityGroupIngress: [{ IpProtocol: 'tcp', FromPort: 8080, ToPort: 8080, CidrIp: '10.0.0.0/24' }],
    },
  ],
  Guest: [
    'AWS::EC2::Instance',
    { ImageId: 'ami-0123456789abcdef0', SubnetId: shared('Private'), SecurityGroupIds: [ref('GuestGroup')] },
  ],
});

describe('a subnet that is shared with another account', () => {
  // "Participants ... can't view, modify, or delete" routes and network ACLs: those of the owner hold ("Share your VPC subnets").
  test.each<readonly [string, string, string, number, string]>([
    ['the owner reaches a guest whose group lets him in', 'Web', 'far/Guest', 8080, 'open'],
    ['on no other port', 'Web', 'far/Guest', 22, 'blocked by security-group'],
    ['a guest reaches nobody whose group does not let it in', 'far/Guest', 'App', 8080, 'blocked by security-group'],
    ['a guest leaves by the routes of the owner', 'far/Guest', 'internet', 443, 'open'],
    ['and nobody comes in by them', 'internet', 'far/Guest', 8080, 'blocked by route'],
  ])('%s', (_, from, to, port, expected) => {
    const { reach, end } = deploy(template(twoTiers), {}, { account, template: guest });
    const at = (name: string): NetworkEnd => (name === 'internet' ? { kind: 'internet' } : end(name));
    const { verdict, blockedBy } = reach.connect(at(from), at(to), port);
    expect(blockedBy === undefined ? verdict : `${verdict} by ${blockedBy.component}`).toBe(expected);
  });
});
