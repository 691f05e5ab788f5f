import { defineMove } from '../../../model/attack.ts';
import { passedRoles } from '../pass-role.ts';

export default defineMove({
  title: 'Pass a role to a new container task',
  description: 'The identity registers a task that runs as a role it may pass, and starts it with code of its own.',
  technique: 'T1610',
  actions: ['iam:PassRole', 'ecs:RegisterTaskDefinition', 'ecs:RunTask', 'ecs:CreateService'],
  references: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html'],
  cost: 2,
  *instances(ask) {
    const register = ['ecs:RegisterTaskDefinition', '*'] as const;
    yield* passedRoles(ask, {
      service: 'ecs-tasks.amazonaws.com',
      ways: [
        [register, ['ecs:RunTask', 'task-definition/']],
        [register, ['ecs:CreateService', 'service/']],
      ],
    });
  },
});
