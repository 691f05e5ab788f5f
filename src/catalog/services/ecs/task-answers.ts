import type { EncryptionAtRest } from '../../../model/data-keeping.ts';
import type { AnswerOf } from '../../../model/dimension.ts';
import { bindFact, byDefault, type Fact, given, mapFact, notApplicable, unknown } from '../../../model/fact.ts';
import type { ResourceView } from '../../../model/service.ts';
import { literalOf } from '../../../model/text.ts';
import { textOf, type Value } from '../../../model/value.ts';
import type { RunsAs, Workload } from '../../../model/workload.ts';
import { members, property, within, word } from '../../answer.ts';
import { anyTrue } from '../../combine-facts.ts';
import { containerCode, containersPrivileged, containersReadOnly, containersRoot } from './containers.ts';

/** Answers about a task from its definition: for the definition and for the service that runs it. */

/** The task role is the code's own; the execution role pulls images, reads secrets and writes logs for it. */
export function taskRoles(task: ResourceView): Fact<readonly RunsAs[]> {
  const roles = [
    ['TaskRoleArn', 'workload'],
    ['ExecutionRoleArn', 'service'],
  ] as const;
  let result: Fact<readonly RunsAs[]> = given<readonly RunsAs[]>([]);
  for (const [path, purpose] of roles) {
    result = bindFact(result, (before) =>
      mapFact(property(task, path), (role): readonly RunsAs[] =>
        role === undefined ? before : [...before, { role, purpose, service: 'ecs-tasks.amazonaws.com' }],
      ),
    );
  }
  return result;
}

/** Does the task run on Fargate, so that AWS runs the host? Without `RequiresCompatibilities` it runs on EC2. */
function onFargate(task: ResourceView): Fact<boolean> {
  return mapFact(members(task, 'RequiresCompatibilities'), (items) =>
    items.some((item: Value) => literalOf(textOf(item) ?? []) === 'FARGATE'),
  );
}

/**
 * On Fargate there is no instance metadata service; on EC2 the host's is in reach, depending on its hop limit and agent
 * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-iam-roles.html).
 */
export function taskWorkload(task: ResourceView, shells: Fact<readonly string[]>): Fact<Workload> {
  const metadata = bindFact(onFargate(task), (fargate): Workload['metadata'] =>
    fargate
      ? given<'none'>('none')
      : unknown(
          'the container instances decide',
          `metadata options of the container instances of ${task.resource.address}`,
        ),
  );
  return mapFact(shells, (controlPlaneShells) => ({
    metadata,
    privileged: containersPrivileged(task),
    controlPlaneShells,
    code: containerCode(task),
  }));
}

/** What containers may do to the system below them. */
export function taskSettings(task: ResourceView): Fact<AnswerOf<'settings'>> {
  return given({
    hostFilesMounted: hostFilesMounted(task),
    hostNetwork: mapFact(word(task, 'NetworkMode', 'bridge'), (mode) => mode === 'host'),
    rootUser: containersRoot(task),
    readOnlyRoot: containersReadOnly(task),
  });
}

/** Folders that control the host, or everything on it; the container engine takes orders over its socket. */
const controlling =
  /^\/(|(proc|sys|dev|etc|root|boot|usr|bin|sbin|lib|run|var\/run|var\/lib\/(docker|ecs|kubelet))(\/.*)?)$/;

/** "host: … the contents of the sourcePath … are mounted" (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/bind-mounts.html). */
function hostFilesMounted(task: ResourceView): Fact<boolean> {
  return bindFact(members(task, 'Volumes'), (volumes) =>
    anyTrue(
      volumes.map((volume) =>
        mapFact(word(within(task, volume), 'Host.SourcePath', ''), (path) => controlling.test(path)),
      ),
    ),
  );
}

/**
 * Fargate encrypts ephemeral storage with a key that AWS owns; the cluster may name another one
 * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-storage.html).
 */
export function taskStorage(task: ResourceView, key: Value | undefined): Fact<EncryptionAtRest> {
  return bindFact(onFargate(task), (fargate): Fact<EncryptionAtRest> => {
    if (!fargate) return notApplicable('its storage is the disk of the container instances');
    return key === undefined
      ? byDefault<EncryptionAtRest>({ by: 'aws-owned-key' })
      : given<EncryptionAtRest>({ by: 'customer-key', key });
  });
}
