import { defineMove } from '../../../model/attack.ts';
import { passRole } from '../pass-role.ts';

export default defineMove(
  passRole({
    thing: 'a container task',
    description:
      'The identity starts a container task as a role it may pass, with code of its own: from a definition that it registers, or by overriding the role and command of one that is there.',
    service: 'ecs-tasks.amazonaws.com',
    ways: [
      {
        rights: [
          ['ecs:RegisterTaskDefinition', 'task-definition/'],
          ['ecs:RunTask', 'task-definition/'],
        ],
        there: { types: ['AWS::ECS::Cluster'], what: 'an ECS cluster' },
      },
      {
        rights: [
          ['ecs:RegisterTaskDefinition', 'task-definition/'],
          ['ecs:CreateService', 'service/'],
        ],
        there: { types: ['AWS::ECS::Cluster'], what: 'an ECS cluster' },
      },
      {
        rights: [
          ['ecs:CreateCluster', 'cluster/'],
          ['ecs:RegisterTaskDefinition', 'task-definition/'],
          ['ecs:RunTask', 'task-definition/'],
        ],
      },
      {
        rights: [
          ['ecs:CreateCluster', 'cluster/'],
          ['ecs:RegisterTaskDefinition', 'task-definition/'],
          ['ecs:CreateService', 'service/'],
        ],
      },
      {
        rights: [['ecs:RunTask', 'task-definition/', 'AWS::ECS::TaskDefinition']],
        there: { types: ['AWS::ECS::Cluster'], what: 'an ECS cluster' },
      },
      {
        rights: [
          ['ecs:RegisterTaskDefinition', 'task-definition/'],
          ['ecs:StartTask', 'task-definition/'],
          ['ecs:RegisterContainerInstance', 'cluster/', 'AWS::ECS::Cluster'],
        ],
      },
      {
        rights: [
          ['ecs:StartTask', 'task-definition/', 'AWS::ECS::TaskDefinition'],
          ['ecs:RegisterContainerInstance', 'cluster/', 'AWS::ECS::Cluster'],
        ],
      },
      {
        rights: [
          ['ecs:RegisterTaskDefinition', 'task-definition/'],
          ['ecs:StartTask', 'task-definition/'],
        ],
        there: { types: ['AWS::ECS::CapacityProvider'], what: 'a container instance in an ECS cluster' },
      },
      {
        rights: [['ecs:StartTask', 'task-definition/', 'AWS::ECS::TaskDefinition']],
        there: { types: ['AWS::ECS::CapacityProvider'], what: 'a container instance in an ECS cluster' },
      },
    ],
    technique: 'T1610',
    reference: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html',
  }),
);
