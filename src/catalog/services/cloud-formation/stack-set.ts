import type { SecretInClear } from '../../../model/data-keeping.ts';
import type { Forward } from '../../../model/entry.ts';
import { bindFact, type Fact, given, mapFact, notApplicable } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { describeText } from '../../../model/text.ts';
import { textOf, type Value } from '../../../model/value.ts';
import type { RunsAs } from '../../../model/workload.ts';
import { property, within } from '../../answer.ts';
import { apiTransport, inRegion, throughApi } from '../../aws-api.ts';
import { guardedMembers } from '../../guarded-members.ts';
import { joinSecrets, secretsInEntry, secretsInText } from '../../secret-in-clear.ts';
import { flowsOf, statedFlow } from '../../stated-flow.ts';

export default defineService({
  type: 'AWS::CloudFormation::StackSet',
  title: 'stack set',
  element: 'control',
  service: 'control',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudformation-stackset.html',
  facts: {
    placement: inRegion,
    runsAs: administrationRole,
    endpoints: throughApi,
    encryptionAtRest: notApplicable('a stack set is a group of resources elsewhere, which answer for themselves'),
    encryptionInTransit: apiTransport,
    logging: notApplicable('changes of a stack set are recorded by CloudTrail, for which the trail answers'),
    recovery: notApplicable('a stack set is a group of resources elsewhere, which answer for themselves'),
    secretsInClear,
    software: notApplicable('CloudFormation runs no software that the customer chooses'),
    resourcePolicy: notApplicable('a stack set has no policy of its own'),
  },
  structure: { forwards },
  ignored: {
    AutoDeployment: 'accounts that join later; where it deploys now is read',
    ExecutionRoleName: 'a role in each target account, outside the input',
    PermissionModel: 'whether roles are named here or made by AWS; those that are named are read',
  },
});

/** With self-managed permissions: the role from which the roles of the target accounts are assumed. */
function administrationRole(view: ResourceView): Fact<readonly RunsAs[]> {
  return mapFact(property(view, 'AdministrationRoleARN'), (role): readonly RunsAs[] =>
    role === undefined ? [] : [{ role, purpose: 'service', service: 'cloudformation.amazonaws.com' }],
  );
}

function secretsInClear(view: ResourceView): Fact<readonly SecretInClear[]> {
  const groups = guardedMembers(view, 'StackInstancesGroup').flatMap((group) =>
    guardedMembers(within(view, group), 'ParameterOverrides'),
  );
  const parameters = [...guardedMembers(view, 'Parameters'), ...groups].map((parameter) => {
    const item = within(view, parameter);
    const name = describeText(textOf(item.read('ParameterKey') ?? parameter) ?? []);
    const value = item.read('ParameterValue');
    return value === undefined ? given<readonly SecretInClear[]>([]) : secretsInEntry(name, value, 'stack parameter');
  });
  const body = bindFact(property(view, 'TemplateBody'), (text) =>
    text === undefined ? given<readonly SecretInClear[]>([]) : secretsInText(text, 'template body'),
  );
  return joinSecrets([...parameters, body]);
}

/** The accounts and organizational units that it deploys to: one change here is a change in all of them. */
function forwards(view: ResourceView): Fact<readonly Forward[]> {
  const targets = guardedMembers(view, 'StackInstancesGroup').flatMap((group): readonly Value[] => {
    const item = within(view, group);
    return ['Accounts', 'OrganizationalUnitIds'].flatMap((list) => guardedMembers(item, `DeploymentTargets.${list}`));
  });
  const because = `${view.resource.address} deploys its template there`;
  return flowsOf(
    view,
    targets.flatMap((to) => statedFlow(to, { kind: 'deployment', because })),
  );
}
