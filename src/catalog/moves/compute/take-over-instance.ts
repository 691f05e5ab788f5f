import { defineMove, type ProofItem } from '../../../model/attack.ts';
import type { Questions } from '../../../model/questions.ts';
import type { Resource } from '../../../model/resource.ts';
import { type Text, text } from '../../../model/text.ts';
import { rolesOf } from '../../roles-of.ts';
import { instance } from '../instance.ts';
import { allowed } from '../permission.ts';
import { permissions } from '../permissions.ts';
import { shellsOf, throughShell, workloads } from '../workloads.ts';

export default defineMove({
  title: 'Open a shell in an instance',
  description:
    'The identity may start a session or send commands to an instance that Systems Manager manages, and runs code there.',
  technique: 'T1651',
  actions: ['ssm:StartSession', 'ssm:SendCommand'],
  references: ['https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager.html'],
  cost: 1,
  *instances(ask) {
    const targets = workloads(ask).filter((workload) => shellsOf(ask, workload, 'ssm').length > 0);
    const managed = new Map(targets.map((target) => [target, agentOf(ask, target)] as const));
    const done = new Set<string>();
    for (const action of ['ssm:StartSession', 'ssm:SendCommand'])
      for (const { principal, target, item } of permissions(ask, {
        action,
        targets,
        arn: (one) => instanceArn(ask, one),
      })) {
        const agent = managed.get(target);
        const key = `${principal.id} ${target.id}`;
        if (agent === undefined || done.has(key)) continue;
        if (item.decision.verdict === 'allow') done.add(key);
        for (const shell of shellsOf(ask, target, 'ssm'))
          yield* instance({
            needs: [{ kind: 'acts-as', principal: principal.id }],
            gives: { kind: 'runs-code', resource: target.id },
            proof: [item, agent],
            ...throughShell(shell),
          });
      }
  },
});

/** An instance answers Systems Manager only when its role lets the agent register. */
function agentOf(ask: Questions, workload: Resource): ProofItem | undefined {
  for (const { role } of rolesOf(ask.system, workload.id)) {
    const item = allowed(ask, role, { action: 'ssm:UpdateInstanceInformation', on: '*', resource: ['*'] });
    if (item !== undefined) return item;
  }
  return undefined;
}

/** Instances of a group have ids that nobody knows yet. */
function instanceArn(ask: Questions, workload: Resource): Text {
  const { account, region, partition } = ask.system.deploymentOf(workload.id);
  const hole = { symbol: `object:${workload.id}`, kind: 'expression', settledBy: 'the id of the instance' } as const;
  return text('arn:', ...partition, ':ec2:', ...region, ':', ...account, ':instance/', hole);
}
