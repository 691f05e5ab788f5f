import { defineMove } from '../../../model/attack.ts';
import type { Questions } from '../../../model/questions.ts';
import type { Resource } from '../../../model/resource.ts';
import { type Text, text } from '../../../model/text.ts';
import type { Going } from '../going.ts';
import { takeOver } from '../take-over.ts';
import { throughShell } from '../workloads.ts';

export default defineMove(
  takeOver({
    title: 'Run a command in a container',
    description: 'The service lets commands in, and the identity may send them: it runs code in the container.',
    technique: 'T1609',
    reference: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html',
    cost: 1,
    thing: 'a container',
    types: ['AWS::ECS::Service'],
    kind: 'task/',
    arn: taskArn,
    service: 'ecs-tasks.amazonaws.com',
    ways: [
      { on: ['ecs:ExecuteCommand', 'ecs:DescribeTasks'], when: letsCommandsIn, unseen: 'it lets commands in' },
      {
        on: ['ecs:ExecuteCommand'],
        when: (ask, target) => knowingTask(letsCommandsIn(ask, target)),
        unseen: 'it lets commands in',
      },
    ],
  }),
);

function letsCommandsIn(ask: Questions, service: Resource): Going | undefined {
  return throughShell(ask, service, 'ecs-exec');
}

/** The call names a task by its id, which DescribeTasks and ListTasks tell. */
function knowingTask(state: Going | undefined): Going | undefined {
  const known = 'the id of one of its tasks is known';
  return state && { ...state, provided: [state.provided, known].filter((one) => one !== undefined).join(', and ') };
}

function taskArn(ask: Questions, service: Resource): Text {
  const { account, region, partition } = ask.system.deploymentOf(service.id);
  const hole = { symbol: `object:${service.id}`, kind: 'expression', settledBy: 'the id of the task' } as const;
  return text('arn:', ...partition, ':ecs:', ...region, ':', ...account, ':task/', hole);
}
