import { defineMove } from '../../../model/attack.ts';
import type { Questions } from '../../../model/questions.ts';
import type { Resource } from '../../../model/resource.ts';
import { type Text, text } from '../../../model/text.ts';
import { instance } from '../instance.ts';
import { permissions } from '../permissions.ts';
import { shellsOf, throughShell, workloads } from '../workloads.ts';

export default defineMove({
  title: 'Run a command in a container',
  description: 'The service lets commands in, and the identity may send them: it runs code in the container.',
  technique: 'T1609',
  actions: ['ecs:ExecuteCommand'],
  references: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html'],
  cost: 1,
  *instances(ask) {
    const targets = workloads(ask).filter((workload) => shellsOf(ask, workload, 'ecs-exec').length > 0);
    for (const { principal, target, item } of permissions(ask, {
      action: 'ecs:ExecuteCommand',
      targets,
      arn: (service) => taskArn(ask, service),
    })) {
      for (const shell of shellsOf(ask, target, 'ecs-exec'))
        yield* instance({
          needs: [{ kind: 'acts-as', principal: principal.id }],
          gives: { kind: 'runs-code', resource: target.id },
          proof: [item],
          ...throughShell(shell),
        });
    }
  },
});

function taskArn(ask: Questions, service: Resource): Text {
  const { account, region, partition } = ask.system.deploymentOf(service.id);
  const hole = { symbol: `object:${service.id}`, kind: 'expression', settledBy: 'the id of the task' } as const;
  return text('arn:', ...partition, ':ecs:', ...region, ':', ...account, ':task/', hole);
}
