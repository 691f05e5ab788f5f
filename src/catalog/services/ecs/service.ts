import type { EncryptionAtRest, Recovery } from '../../../model/data-keeping.ts';
import type { Placement } from '../../../model/dimension.ts';
import { bindFact, byDefault, type Fact, given, mapFact, notApplicable, unknown } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { choose, flag, possibleMembers, property, within, word } from '../../answer.ts';
import { follow } from '../../follow.ts';
import { guardedMembers } from '../../guarded-members.ts';
import { registeredTarget } from '../../registered-targets.ts';
import { containerEndpoints, containerForwards, containerLogs, containerSecrets } from './containers.ts';
import { taskRoles, taskSettings, taskStorage, taskWorkload } from './task-answers.ts';

export default defineService({
  type: 'AWS::ECS::Service',
  title: 'ECS service',
  element: 'process',
  service: 'container',
  documentation: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-service.html',
  facts: {
    placement: placementOf,
    runsAs: fromTask(taskRoles),
    endpoints: fromTask(containerEndpoints),
    encryptionAtRest: storageOf,
    encryptionInTransit: notApplicable('the application in the containers decides about TLS'),
    logging: fromTask(containerLogs),
    recovery: recoveryOf,
    secretsInClear: fromTask(containerSecrets),
    software: notApplicable('what the images hold is not in the template'),
    resourcePolicy: notApplicable('ECS services have no resource policies'),
  },
  structure: {
    controlPlane: (view) =>
      given([
        {
          kind: 'ecs-exec',
          on: flag(view, 'EnableExecuteCommand', false),
          origin: view.origin('EnableExecuteCommand'),
        },
      ]),
    workload: (view) =>
      bindFact(taskOf(view), (task) => (task === undefined ? noTask() : taskWorkload(task, shellsOf(view)))),
    forwards: fromTask((task) => given(containerForwards(task))),
    settings: fromTask(taskSettings),
  },
  contributes: (view) =>
    possibleMembers(view, 'LoadBalancers').flatMap((item) => {
      const balancer = within(view, item);
      const at = balancer.read('TargetGroupArn') ?? balancer.read('LoadBalancerName');
      return at === undefined
        ? []
        : [registeredTarget(view, { at, port: balancer.read('ContainerPort'), what: 'its containers' })];
    }),
  ignored: {
    VpcLatticeConfigurations: 'VPC Lattice asks its own auth policies; which network reaches it is not read yet',
    Role: 'a role for classic load balancers, used by ECS only; a service-linked role has taken its place',
    VolumeConfigurations: 'volumes made at start hold what the application writes; their encryption is that of EBS',
    PlatformVersion: 'AWS updates Fargate platform versions; LATEST is the default',
  },
});

function taskOf(view: ResourceView): Fact<ResourceView | undefined> {
  return follow(view, 'TaskDefinition', ['AWS::ECS::TaskDefinition']);
}

/** With a deployment controller of its own a service may have no task definition. */
function noTask(): Fact<never> {
  return notApplicable('the service names no task definition; its task sets do');
}

/** The answer of the task that the service runs. */
function fromTask<A>(answer: (task: ResourceView) => Fact<A>) {
  return (view: ResourceView): Fact<A> =>
    bindFact(taskOf(view), (task) => (task === undefined ? noTask() : answer(task)));
}

/**
 * In network mode `awsvpc` tasks have interfaces of their own, without public address unless asked for
 * (AWS::ECS::Service AwsVpcConfiguration); otherwise they share those of the container instances.
 */
function placementOf(view: ResourceView): Fact<Placement> {
  const path = 'NetworkConfiguration.AwsvpcConfiguration';
  return bindFact(property(view, path), (configuration): Fact<Placement> => {
    if (configuration === undefined)
      return unknown(
        'tasks stand on container instances',
        `the container instances of the cluster of ${view.resource.address}`,
      );
    return given({
      zone: 'vpc',
      subnets: guardedMembers(view, `${path}.Subnets`),
      securityGroups: guardedMembers(view, `${path}.SecurityGroups`),
      publicAddress: choose(
        word(view, `${path}.AssignPublicIp`, 'DISABLED'),
        { ENABLED: 'yes', DISABLED: 'no' } as const,
        'AssignPublicIp',
      ),
    });
  });
}

/** The cluster may name a key for the storage of Fargate tasks. */
function storageOf(view: ResourceView): Fact<EncryptionAtRest> {
  const cluster = follow(view, 'Cluster', ['AWS::ECS::Cluster']);
  const ownKey =
    cluster.kind === 'known'
      ? cluster.value?.read('Configuration.ManagedStorageConfiguration.FargateEphemeralStorageKmsKeyId')
      : undefined;
  return bindFact(taskOf(view), (task) => (task === undefined ? noTask() : taskStorage(task, ownKey)));
}

function shellsOf(view: ResourceView): Fact<readonly string[]> {
  return mapFact(flag(view, 'EnableExecuteCommand', false), (on) => (on ? ['ecs-exec'] : []));
}

/** ECS starts tasks again that fail, in any subnet that the service may use. */
function recoveryOf(): Fact<Recovery> {
  return byDefault<Recovery>({ backups: 'unsupported', deletionProtection: 'unsupported', zones: 'by-placement' });
}
