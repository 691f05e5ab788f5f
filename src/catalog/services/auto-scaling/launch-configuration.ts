import { notApplicable } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { launchFacts, launchStructure } from '../ec2/launch-facts.ts';
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
    ...launchFacts(settingsOf),
    recovery: notApplicable('it is configuration; the group that starts instances from it answers'),
    resourcePolicy: notApplicable('launch configurations have no resource policies'),
  },
  structure: launchStructure(settingsOf),
  ignored: {
    ClassicLinkVPCId: 'EC2-Classic no longer exists',
    ClassicLinkVPCSecurityGroups: 'EC2-Classic no longer exists',
  },
});

function settingsOf(view: ResourceView): ResourceView {
  return launchSettings(view, { templates: [] });
}
