import { defineMove } from '../../../model/attack.ts';
import type { Resource } from '../../../model/resource.ts';
import { literalOf } from '../../../model/text.ts';
import { textOf } from '../../../model/value.ts';
import { giveWork } from '../give-work.ts';

export default defineMove(
  giveWork({
    thing: 'a stack set',
    description:
      'The identity makes or updates a stack set with an administration role it may pass: in each account CloudFormation does what the template says, as the role there that this one may take.',
    service: 'cloudformation.amazonaws.com',
    ways: [
      {
        rights: [
          ['cloudformation:CreateStackSet', 'stackset/'],
          ['cloudformation:CreateStackInstances', 'stackset/'],
        ],
      },
      { rights: [['cloudformation:UpdateStackSet', 'stackset/', 'AWS::CloudFormation::StackSet']], which: isDeployed },
      {
        rights: [
          ['cloudformation:UpdateStackSet', 'stackset/', 'AWS::CloudFormation::StackSet'],
          ['cloudformation:CreateStackInstances', 'stackset/', 'AWS::CloudFormation::StackSet'],
        ],
        which: namesRoles,
      },
    ],
    does: [['sts:AssumeRole', 'AWS::IAM::Role']],
    technique: 'T1072',
    reference: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacksets-prereqs-self-managed.html',
  }),
);

/** With permissions that AWS manages, no role is named. */
function namesRoles({ properties }: Resource): boolean {
  const stated = properties.entries.get('PermissionModel');
  return stated === undefined || literalOf(textOf(stated) ?? []) !== 'SERVICE_MANAGED';
}

/** An update reaches the accounts in which there are stacks of the set. */
function isDeployed(set: Resource): boolean {
  return namesRoles(set) && set.properties.entries.has('StackInstancesGroup');
}
