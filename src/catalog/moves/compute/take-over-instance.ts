import { defineMove } from '../../../model/attack.ts';
import type { PolicyCondition } from '../../../model/policy.ts';
import type { Questions } from '../../../model/questions.ts';
import type { Resource } from '../../../model/resource.ts';
import { matchPatternIgnoringCase, type Text } from '../../../model/text.ts';
import type { Going } from '../going.ts';
import { carriedByProfile } from '../instance-profiles.ts';
import { instanceArn, managed } from '../instances.ts';
import { newArn } from '../new-things.ts';
import { allowed } from '../permission.ts';
import { takeOver } from '../take-over.ts';

const runCommand = ['ssm:SendCommand', '::document/AWS-RunShellScript'] as const;

export default defineMove(
  takeOver({
    title: 'Open a shell in an instance',
    description:
      'The identity may start a session or send commands to an instance that Systems Manager manages, and runs code there.',
    technique: 'T1651',
    reference: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager.html',
    cost: 1,
    thing: 'a managed instance',
    types: ['AWS::EC2::Instance', 'AWS::AutoScaling::AutoScalingGroup'],
    kind: 'instance/',
    arn: instanceArn,
    service: 'ec2.amazonaws.com',
    unseenRoles: carriedByProfile,
    ways: [
      { on: ['ssm:StartSession'], besides: withShell, when: managed, unseen: 'its agent is registered' },
      { on: ['ssm:SendCommand'], also: [runCommand], when: managed, unseen: 'its agent is registered' },
      {
        on: ['ssm:SendCommand'],
        also: [
          ['ssm:CreateDocument', 'document/'],
          ['ssm:SendCommand', 'document/'],
        ],
        when: managed,
        unseen: 'its agent is registered',
      },
      {
        on: ['ssm:CreateAssociation'],
        also: [['ssm:CreateAssociation', '::document/AWS-RunShellScript']],
        when: managed,
        unseen: 'its agent is registered',
      },
    ],
  }),
);

/** Documents that open a shell: the one of the account that is used when none is named, and one of AWS that runs a command. */
const shells = ['document/SSM-SessionManagerRunShell', '::document/AWS-StartInteractiveCommand'];

/**
 * Statements may ask that the document be allowed as well: "the IAM policy must grant explicit access". Then a right to
 * forward ports opens no shell. https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-sessiondocumentaccesscheck.html
 */
function withShell(ask: Questions, principal: Resource): Going | undefined {
  const action = 'ssm:StartSession';
  const allowing = ask.access
    .policiesOf(principal.id)
    .flatMap(({ document }) => document.statements)
    .filter(
      ({ effect, actions }) =>
        effect === 'Allow' && actions?.some((one) => matchPatternIgnoringCase(one, [action]) !== 'no') !== false,
    );
  const isChecked = allowing.length > 0 && allowing.every(({ conditions }) => conditions.some(checksDocument));
  if (!isChecked) return { proof: [] };
  for (const shell of shells) {
    const item = allowed(ask, principal, { action, on: '*', resource: documentArn(ask, principal, shell) });
    if (item !== undefined) return { proof: [item] };
  }
  return undefined;
}

function checksDocument({ key }: PolicyCondition): boolean {
  return key.toLowerCase() === 'ssm:sessiondocumentaccesscheck';
}

function documentArn(ask: Questions, principal: Resource, kind: string): Text {
  if (kind.startsWith('::')) return newArn(ask, principal, { action: 'ssm:StartSession', kind, name: [] });
  const [type = '', name = ''] = kind.split('/');
  return newArn(ask, principal, { action: 'ssm:StartSession', kind: `${type}/`, name: [name] });
}
