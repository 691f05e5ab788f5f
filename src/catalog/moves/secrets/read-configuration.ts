import { defineMove, type ProofItem } from '../../../model/attack.ts';
import { casesOf } from '../../../model/fact.ts';
import type { Questions } from '../../../model/questions.ts';
import type { Resource } from '../../../model/resource.ts';
import { instance } from '../instance.ts';
import { permissions } from '../permissions.ts';

/** The action that shows the configuration of a type, secrets in it included. Source: Service Authorization Reference. */
const showing: Readonly<Record<string, readonly string[]>> = {
  // type: the action belongs to the type.
  'AWS::Lambda::Function': ['lambda:GetFunctionConfiguration', 'lambda:GetFunction'],
  'AWS::EC2::Instance': ['ec2:DescribeInstanceAttribute'],
  'AWS::CodeBuild::Project': ['codebuild:BatchGetProjects'],
};

export default defineMove({
  title: 'Read secrets in a configuration',
  description: 'Secrets stand in clear in the configuration, and the identity may look at it.',
  technique: 'T1552.001',
  actions: Object.values(showing).flat(),
  references: ['https://docs.aws.amazon.com/secretsmanager/latest/userguide/best-practices.html'],
  cost: 1,
  *instances(ask) {
    for (const [type, actions] of Object.entries(showing)) {
      const targets = ask.system.ofType(type).filter((resource) => secretsOf(ask, resource).length > 0);
      const done = new Set<string>();
      for (const action of actions)
        for (const { principal, target, item } of permissions(ask, { action, targets })) {
          const key = `${principal.id} ${target.id}`;
          if (done.has(key)) continue;
          done.add(key);
          yield* instance({
            needs: [{ kind: 'acts-as', principal: principal.id }],
            gives: { kind: 'reads', resource: target.id },
            proof: [item, ...secretsOf(ask, target)],
            guard: target.guard,
          });
        }
    }
  },
});

function secretsOf(ask: Questions, resource: Resource): readonly ProofItem[] {
  return casesOf(ask.system.fact(resource.id, 'secretsInClear')).flatMap(({ fact }) =>
    fact.kind === 'unknown'
      ? []
      : fact.value.map(({ name, where, origin }) => ({
          kind: 'setting' as const,
          resource: resource.id,
          property: '',
          note: `secret ${name} stands in ${where}`,
          origin,
        })),
  );
}
