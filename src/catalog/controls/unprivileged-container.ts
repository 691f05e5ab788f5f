import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Unprivileged containers',
  description: 'Code in the container cannot take the host.',
  kind: 'preventive',
  service: 'Amazon ECS',
  howToAdd: 'Switch privileged mode off; give single capabilities where they are needed.',
  effort: 1,
  inForce: 'No container is privileged, and none mounts the host.',
  cost: 'none',
  effects: [{ technique: 'T1611', does: 'protect', basis: 'attack M1048' }],
  references: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-tasks-containers.html'],
});
