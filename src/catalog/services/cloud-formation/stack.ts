import { type Fact, mapFact, notApplicable } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import type { RunsAs } from '../../../model/workload.ts';
import { property } from '../../answer.ts';
import { apiTransport, inRegion, throughApi } from '../../aws-api.ts';
import { secretsInMap } from '../../secret-in-clear.ts';

export default defineService({
  type: 'AWS::CloudFormation::Stack',
  title: 'nested stack',
  element: 'control',
  service: 'control',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudformation-stack.html',
  facts: {
    placement: inRegion,
    runsAs: serviceRole,
    endpoints: throughApi,
    encryptionAtRest: notApplicable('a stack is a group of resources, which answer for themselves'),
    encryptionInTransit: apiTransport,
    logging: notApplicable('changes of a stack are recorded by CloudTrail, for which the trail answers'),
    recovery: notApplicable('a stack is a group of resources, which answer for themselves'),
    secretsInClear: (view) => secretsInMap(view, 'Parameters', 'stack parameter'),
    software: notApplicable('CloudFormation runs no software that the customer chooses'),
    resourcePolicy: notApplicable('the policy of a stack protects against updates and is not part of a template'),
  },
  ignored: {},
});

/** A nested stack is deployed with the rights of the stack around it; others may have been given a role of their own. */
function serviceRole(view: ResourceView): Fact<readonly RunsAs[]> {
  return mapFact(property(view, 'RoleARN'), (role): readonly RunsAs[] =>
    role === undefined ? [] : [{ role, purpose: 'service', service: 'cloudformation.amazonaws.com' }],
  );
}
