import { defineMove } from '../../../model/attack.ts';
import type { Questions } from '../../../model/questions.ts';
import type { Resource } from '../../../model/resource.ts';
import { type Going, together } from '../going.ts';
import { carriedByProfile } from '../instance-profiles.ts';
import { fromInternet, instanceArn, software } from '../instances.ts';
import { takeOver } from '../take-over.ts';

const describe = ['ec2:DescribeInstances', '*'] as const;
const key = 'ec2-instance-connect:SendSSHPublicKey';

export default defineMove(
  takeOver({
    title: 'Sign in to an instance with a key of one’s own',
    description:
      'The identity puts a key into an instance for a minute, over EC2 Instance Connect, and signs in to it over SSH, which is open to where it is.',
    technique: 'T1098.004',
    reference: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/connect-linux-inst-eic.html',
    cost: 2,
    thing: 'an instance',
    types: ['AWS::EC2::Instance', 'AWS::AutoScaling::AutoScalingGroup'],
    kind: 'instance/',
    arn: instanceArn,
    service: 'ec2.amazonaws.com',
    unseenRoles: carriedByProfile,
    ways: [
      { on: [key], also: [describe], when: takesKeyFromInternet, unseen: 'its port 22 is open to the attacker' },
      {
        on: [key],
        also: [describe, ['ec2-instance-connect:OpenTunnel', 'instance-connect-endpoint/']],
        when: takesKeyThroughEndpoint,
        unseen: 'an endpoint of EC2 Instance Connect leads to it',
      },
    ],
  }),
);

/** The agent that fetches keys is part of Amazon Linux and Ubuntu images. */
function takesKey(ask: Questions, target: Resource): Going | undefined {
  const products = software(ask, target);
  if (products.length === 0) return { proof: [], provided: `the image of ${target.address} has EC2 Instance Connect` };
  return products.some((product) => /^(amazon linux|ubuntu)/.test(product)) ? { proof: [] } : undefined;
}

function takesKeyFromInternet(ask: Questions, target: Resource): Going | undefined {
  const [keys, open] = [takesKey(ask, target), fromInternet(ask, target, 22)];
  if (keys === undefined || open === undefined) return undefined;
  return together(keys, open);
}

function takesKeyThroughEndpoint(ask: Questions, target: Resource): Going | undefined {
  const keys = takesKey(ask, target);
  const [way] = ask.reach
    .controlPlane(target.id)
    .filter(({ kind, verdict }) => kind === 'instance-connect-endpoint' && verdict !== 'blocked');
  if (keys === undefined || way === undefined) return undefined;
  const through = { proof: [], guard: way.guard, ...(way.settledBy !== undefined && { provided: way.settledBy }) };
  return together(keys, through);
}
