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
} from './instance-answers.ts';

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
    placement: (view) => instancePlacement(dataOf(view), undefined),
    runsAs: (view) => instanceRoles(dataOf(view)),
    endpoints: notApplicable('what listens is decided by the software inside; security groups say what can be reached'),
    encryptionAtRest: (view) => diskEncryption(dataOf(view)),
    encryptionInTransit: notApplicable('the software inside decides about TLS'),
    logging: notApplicable('logs are written by software inside the instances; AWS writes none of its own'),
    recovery: notApplicable('it is configuration; what is started from it answers'),
    secretsInClear: (view) => userDataSecrets(dataOf(view)),
    software: (view) => machineImage(dataOf(view)),
    resourcePolicy: notApplicable('launch templates have no resource policies'),
  },
  structure: {
    workload: (view) => instanceWorkload(dataOf(view)),
    forwards: (view) => userDataForwards(dataOf(view)),
    settings: (view) => instanceSettings(dataOf(view)),
  },
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
