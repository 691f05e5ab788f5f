import type { Forward } from '../../../model/entry.ts';
import { type Fact, mapFact, notApplicable } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import type { RunsAs } from '../../../model/workload.ts';
import { possibleMembers, property, within } from '../../answer.ts';
import { apiTransport, inRegion } from '../../aws-api.ts';
import { flowsOf, statedFlow } from '../../stated-flow.ts';

export default defineService({
  type: 'AWS::CodeDeploy::DeploymentGroup',
  title: 'CodeDeploy deployment group',
  element: 'process',
  service: 'serverless',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-codedeploy-deploymentgroup.html',
  facts: {
    placement: inRegion,
    runsAs: rolesOf,
    endpoints: notApplicable('it is started through the AWS API only'),
    encryptionAtRest: notApplicable('it keeps nothing; revisions lie where they were put'),
    encryptionInTransit: apiTransport,
    logging: notApplicable('deployments are kept as history and logged by a trail, which answers'),
    recovery: notApplicable('it keeps nothing'),
    secretsInClear: notApplicable('no property carries a secret'),
    software: notApplicable('AWS runs it'),
    resourcePolicy: notApplicable('deployment groups have no resource policies'),
  },
  structure: { forwards },
  ignored: {},
});

function rolesOf(view: ResourceView): Fact<readonly RunsAs[]> {
  return mapFact(property(view, 'ServiceRoleArn'), (role): readonly RunsAs[] =>
    role === undefined ? [] : [{ role, purpose: 'service', service: 'codedeploy.amazonaws.com' }],
  );
}

/** Code goes to instances of groups and to ECS services; those that tags choose are not told by references. */
function forwards(view: ResourceView): Fact<readonly Forward[]> {
  const because = `${view.resource.address} deploys to it`;
  const services = possibleMembers(view, 'ECSServices').map((item) => within(view, item).read('ServiceName'));
  const targets = [...possibleMembers(view, 'AutoScalingGroups'), ...services];
  return flowsOf(
    view,
    targets.flatMap((to) => statedFlow(to, { kind: 'deployment', because })),
  );
}
