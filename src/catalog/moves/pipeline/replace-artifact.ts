import { defineMove, type MoveInstance } from '../../../model/attack.ts';
import type { CodeSource } from '../../../model/dimension.ts';
import { casesOf } from '../../../model/fact.ts';
import { and } from '../../../model/guard.ts';
import type { Questions, Target } from '../../../model/questions.ts';
import type { Resource } from '../../../model/resource.ts';
import { instance } from '../instance.ts';
import { workloads } from '../workloads.ts';

export default defineMove({
  title: 'Replace the code where it is fetched from',
  description:
    'What the workload runs is fetched from a bucket or repository by a name that does not fix its content: whoever writes there decides what runs next.',
  technique: 'T1525',
  actions: [],
  references: [
    'https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_appsec_precommit_static_analysis.html',
  ],
  cost: 2,
  *instances(ask) {
    for (const workload of workloads(ask))
      for (const { fact } of casesOf(ask.system.fact(workload.id, 'workload'))) {
        if (fact.kind === 'unknown') continue;
        for (const code of fact.value.code) if (!code.pinned) yield* replaced(ask, workload, code);
      }
  },
});

function replaced(ask: Questions, workload: Resource, code: CodeSource): readonly MoveInstance[] {
  return storesOf(ask, workload, code).flatMap((end) =>
    end.kind === 'resource'
      ? instance({
          needs: [{ kind: 'writes', resource: end.resource.id }],
          gives: { kind: 'runs-code', resource: workload.id },
          proof: [
            {
              kind: 'setting',
              resource: workload.id,
              property: '',
              note: `${workload.address} takes its code from ${end.resource.address}`,
              origin: code.origin,
            },
          ],
          guard: and(workload.guard, end.guard),
          provided: `${workload.address} is deployed or started again`,
        })
      : [],
  );
}

function storesOf(ask: Questions, workload: Resource, { bucket, location, origin }: CodeSource): readonly Target[] {
  if (bucket !== undefined) return ask.system.resolve(bucket, workload.id);
  if (location === undefined) return [];
  return ask.system.resolve({ kind: 'text', text: location, origin }, workload.id, ['AWS::ECR::Repository']);
}
