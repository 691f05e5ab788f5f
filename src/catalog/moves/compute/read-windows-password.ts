import { defineMove } from '../../../model/attack.ts';
import type { Questions } from '../../../model/questions.ts';
import type { Resource } from '../../../model/resource.ts';
import { type Going, together } from '../going.ts';
import { fromInternet, instanceArn, software } from '../instances.ts';
import { takeOver } from '../take-over.ts';

export default defineMove(
  takeOver({
    title: 'Read the administrator’s password of an instance',
    description:
      'The identity gets the encrypted password of a Windows instance, and with the private key of its key pair signs in to it.',
    technique: 'T1552',
    reference: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_GetPasswordData.html',
    cost: 3,
    thing: 'a Windows instance',
    types: ['AWS::EC2::Instance'],
    kind: 'instance/',
    arn: instanceArn,
    service: 'ec2.amazonaws.com',
    unseenRoles: () => false,
    ways: [{ on: ['ec2:GetPasswordData'], when: takesPassword }],
  }),
);

/** Only Windows has such a password, only with a key pair can it be read, and it is of use where remote desktop is open. */
function takesPassword(ask: Questions, target: Resource): Going | undefined {
  const products = software(ask, target);
  const isWindows = products.length === 0 || products.some((product) => product.startsWith('windows'));
  const open = fromInternet(ask, target, 3389);
  if (!target.properties.entries.has('KeyName') || !isWindows || open === undefined) return undefined;
  const key = { proof: [], provided: `the private key of the key pair of ${target.address} is known` };
  return together(open, key);
}
