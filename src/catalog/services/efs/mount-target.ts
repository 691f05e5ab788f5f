import type { Placement } from '../../../model/dimension.ts';
import { byDefault, type Fact, given } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { possibleMembers } from '../../answer.ts';
import { guardedMembers } from '../../guarded-members.ts';
import { noAnswers } from '../../no-answers.ts';

export default defineService({
  type: 'AWS::EFS::MountTarget',
  title: 'EFS mount target',
  element: 'part',
  partOf: (view) => possibleMembers(view, 'FileSystemId'),
  service: 'managed',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-efs-mounttarget.html',
  facts: {
    ...noAnswers('an address of a file system, which answers'),
    placement: placementOf,
  },
  contributes: (view) =>
    possibleMembers(view, 'FileSystemId').map((to) => ({ to, dimension: 'placement', fact: placementOf(view) })),
  ignored: {
    IpAddress: 'which address within the subnet says nothing about who reaches it',
    IpAddressType: 'IPv4 or IPv6; routes and security groups decide who reaches it',
    Ipv6Address: 'which address within the subnet says nothing about who reaches it',
  },
});

/** Mount targets have private addresses only. */
function placementOf(view: ResourceView): Fact<Placement> {
  return given({
    zone: 'vpc',
    subnets: guardedMembers(view, 'SubnetId'),
    securityGroups: guardedMembers(view, 'SecurityGroups'),
    publicAddress: byDefault('no'),
  });
}
