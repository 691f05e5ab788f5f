import { defineMove } from '../../../model/attack.ts';
import type { Questions } from '../../../model/questions.ts';
import type { Resource } from '../../../model/resource.ts';
import { type Text, text } from '../../../model/text.ts';
import { instance } from '../instance.ts';
import { permissions } from '../permissions.ts';

export default defineMove({
  title: 'Fetch a private key from Parameter Store',
  description:
    'CloudFormation leaves the private half of a key pair that it makes in Parameter Store, where the identity may read it.',
  technique: 'T1552',
  actions: ['ssm:GetParameter', 'ssm:GetParameters', 'ssm:GetParametersByPath', 'ssm:GetParameterHistory'],
  references: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-keypair.html'],
  cost: 1,
  *instances(ask) {
    // A pair whose public half was given has no private half in AWS.
    const targets = ask.system
      .ofType('AWS::EC2::KeyPair')
      .filter(({ properties: { entries, open } }) => open === undefined && !entries.has('PublicKeyMaterial'));
    const done = new Set<string>();
    for (const action of [
      'ssm:GetParameter',
      'ssm:GetParameters',
      'ssm:GetParametersByPath',
      'ssm:GetParameterHistory',
    ])
      for (const { principal, target, item } of permissions(ask, {
        action,
        targets,
        arn: (pair) => nameOf(ask, pair),
      })) {
        const key = `${principal.id} ${target.id}`;
        if (done.has(key)) continue;
        if (item.decision.verdict === 'allow') done.add(key);
        yield* instance({
          needs: [{ kind: 'acts-as', principal: principal.id }],
          gives: { kind: 'knows', resource: target.id },
          // The parameter is no resource of the input.
          proof: [{ ...item, on: '*' }],
          guard: target.guard,
        });
      }
  },
});

/** `/ec2/keypair/key-…`: the id is made up when the pair is, so that no statement can name it before. */
function nameOf(ask: Questions, pair: Resource): Text {
  const { account, region, partition } = ask.system.deploymentOf(pair.id);
  const hole = { symbol: `key-pair:${pair.id}`, kind: 'expression', settledBy: 'the id of the key pair' } as const;
  return text('arn:', ...partition, ':ssm:', ...region, ':', ...account, ':parameter/ec2/keypair/', hole);
}
