import { notApplicable } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import {
  diskEncryption,
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
  type: 'AWS::AutoScaling::LaunchConfiguration',
  title: 'Auto Scaling launch configuration',
  element: 'part',
  ownedBy: ['AWS::AutoScaling::AutoScalingGroup'],
  aloneAs: 'process',
  service: 'infrastructure',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-autoscaling-launchconfiguration.html',
  facts: {
    placement: (view) => instancePlacement(settingsOf(view), undefined),
    runsAs: (view) => instanceRoles(settingsOf(view)),
    endpoints: notApplicable('what listens is decided by the software inside; security groups say what can be reached'),
    encryptionAtRest: (view) => diskEncryption(settingsOf(view)),
    encryptionInTransit: notApplicable('the software inside decides about TLS'),
    logging: notApplicable('logs are written by software inside the instances; AWS writes none of its own'),
    recovery: notApplicable('it is configuration; the group that starts instances from it answers'),
    secretsInClear: (view) => userDataSecrets(settingsOf(view)),
    software: (view) => machineImage(settingsOf(view)),
    resourcePolicy: notApplicable('launch configurations have no resource policies'),
  },
  structure: {
    workload: (view) => instanceWorkload(settingsOf(view)),
    forwards: (view) => userDataForwards(settingsOf(view)),
    settings: (view) => instanceSettings(settingsOf(view)),
  },
  ignored: {
    ClassicLinkVPCId: 'EC2-Classic no longer exists',
    ClassicLinkVPCSecurityGroups: 'EC2-Classic no longer exists',
  },
});

function settingsOf(view: ResourceView): ResourceView {
  return launchSettings(view, { templates: [] });
}
