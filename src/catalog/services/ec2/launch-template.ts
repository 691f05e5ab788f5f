import { notApplicable } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { launchFacts, launchStructure } from './launch-facts.ts';

export default defineService({
  type: 'AWS::EC2::LaunchTemplate',
  title: 'EC2 launch template',
  element: 'part',
  ownedBy: [
    'AWS::EC2::Instance',
    'AWS::AutoScaling::AutoScalingGroup',
    'AWS::EKS::Nodegroup',
    'AWS::EC2::SpotFleet',
    'AWS::EC2::EC2Fleet',
  ],
  aloneAs: 'process',
  service: 'infrastructure',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-launchtemplate.html',
  facts: {
    ...launchFacts(dataOf),
    recovery: notApplicable('it is configuration; what is started from it answers'),
    resourcePolicy: notApplicable('launch templates have no resource policies'),
  },
  structure: launchStructure(dataOf),
  ignored: {},
});

/** The launch settings under the names that `AWS::EC2::Instance` has for them. */
function dataOf(view: ResourceView): ResourceView {
  const inner = (path: string) => `LaunchTemplateData.${path}`;
  return {
    ...view,
    read: (path) => view.read(inner(path)),
    origin: (path) => view.origin(path === undefined ? undefined : inner(path)),
  };
}
