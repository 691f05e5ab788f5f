import type { Recovery } from '../../../model/data-keeping.ts';
import { bindFact, type Fact, mapFact, notApplicable } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { possibleMembers, quantity, word } from '../../answer.ts';
import { guardedMembers } from '../../guarded-members.ts';
import { registeredTarget } from '../../registered-targets.ts';
import {
  diskEncryption,
  instanceDoors,
  instancePlacement,
  instanceRoles,
  instanceSettings,
  instanceWorkload,
  machineImage,
  userDataForwards,
  userDataSecrets,
} from '../ec2/instance-answers.ts';
import { launchSettings } from '../ec2/launch-settings.ts';

export default defineService({
  type: 'AWS::AutoScaling::AutoScalingGroup',
  title: 'Auto Scaling group',
  element: 'process',
  service: 'infrastructure',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-autoscaling-autoscalinggroup.html',
  facts: {
    placement: (view) => instancePlacement(settingsOf(view), guardedMembers(view, 'VPCZoneIdentifier')),
    runsAs: (view) => instanceRoles(settingsOf(view)),
    endpoints: notApplicable('what listens is decided by the software inside; security groups say what can be reached'),
    encryptionAtRest: (view) => diskEncryption(settingsOf(view)),
    encryptionInTransit: notApplicable('the software inside decides about TLS'),
    logging: notApplicable('logs are written by software inside the instances; AWS writes none of its own'),
    recovery: recoveryOf,
    secretsInClear: (view) => userDataSecrets(settingsOf(view)),
    software: (view) => machineImage(settingsOf(view)),
    resourcePolicy: notApplicable('Auto Scaling groups have no resource policies'),
  },
  structure: {
    controlPlane: (view) => instanceDoors(settingsOf(view)),
    workload: (view) => instanceWorkload(settingsOf(view)),
    forwards: (view) => userDataForwards(settingsOf(view)),
    settings: (view) =>
      mapFact(instanceSettings(settingsOf(view)), (all) => ({ ...all, healthChecked: healthChecked(view) })),
  },
  contributes: (view) =>
    ['TargetGroupARNs', 'LoadBalancerNames'].flatMap((path) =>
      possibleMembers(view, path).map((at) => registeredTarget(view, { at, what: 'its instances' })),
    ),
  ignored: {
    AvailabilityZoneImpairmentPolicy: 'what happens to instances in a zone that fails',
    InstanceLifecyclePolicy: 'when instances are kept after a failed hook',
    InstanceMaintenancePolicy: 'how many instances run while others are replaced',
    TerminationPolicies: 'which instance goes first when there are too many',
    ServiceLinkedRoleARN: 'a service-linked role is run by AWS; its policy cannot be changed',
    SkipZonalShiftValidation: 'it tells how a zonal shift is checked, not who may do what',
  },
});

/** The group's instances are what its launch template or launch configuration says. */
function settingsOf(view: ResourceView): ResourceView {
  return launchSettings(view, {
    templates: ['LaunchTemplate', 'MixedInstancesPolicy.LaunchTemplate.LaunchTemplateSpecification'],
    configuration: 'LaunchConfigurationName',
  });
}

/**
 * EC2's own check sees that a machine runs, the one of its load balancer that its application answers. Where none stands
 * before it there is nothing else to ask.
 * https://docs.aws.amazon.com/autoscaling/ec2/userguide/health-checks-overview.html
 */
function healthChecked(view: ResourceView): Fact<boolean> {
  const behind = ['TargetGroupARNs', 'LoadBalancerNames'].some((path) => possibleMembers(view, path).length > 0);
  if (!behind) return notApplicable('no load balancer asks its instances');
  return mapFact(word(view, 'HealthCheckType', 'EC2'), (type) => /ELB|VPC_LATTICE/.test(type));
}

/**
 * Instances that fail are started again, wherever the group may stand; what was on their disks is lost. A group of one has
 * nothing that answers meanwhile.
 */
function recoveryOf(view: ResourceView): Fact<Recovery> {
  const recovery = (zones: Recovery['zones']) =>
    mapFact(
      word(view, 'DeletionProtection', 'none'),
      (protection): Recovery => ({
        backups: 'unsupported',
        deletionProtection: protection === 'none' ? 'off' : 'on',
        zones,
      }),
    );
  const most = quantity(view, 'MaxSize', 0);
  if (most.kind === 'known' && most.value > 1) return recovery('by-placement');
  if (most.kind !== 'known' && most.kind !== 'alternatives') return recovery('by-placement');
  return bindFact(most, (size) => recovery(size === 1 ? 'one' : 'by-placement'));
}
