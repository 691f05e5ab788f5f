import { defineTerraform } from '../../../model/terraform.ts';
import type { Value } from '../../../model/value.ts';
import { code, document, makes, otherwise } from '../../terraform-rules.ts';

/** A whole policy has its statements in a list, and CloudFormation's resource one of them, or several. */
const statements = code(['policy'], (view) => {
  const policy = view.give(document('policy'));
  return policy && statementsOf(policy);
});

function statementsOf(policy: Value): Value {
  if (policy.kind === 'map') return policy.entries.get('Statement') ?? { kind: 'absent', origin: policy.origin };
  if (policy.kind !== 'choice') return policy;
  return { ...policy, options: policy.options.map((option) => ({ ...option, value: statementsOf(option.value) })) };
}

export default defineTerraform({
  type: 'AWS::Events::EventBusPolicy',
  from: {
    aws_cloudwatch_event_bus_policy: makes({ EventBusName: 'event_bus_name', Statement: statements }),
    aws_cloudwatch_event_permission: makes({
      EventBusName: 'event_bus_name',
      Action: otherwise('action', 'events:PutEvents'),
      Condition: { Key: 'condition.key', Type: 'condition.type', Value: 'condition.value' },
      Principal: 'principal',
      StatementId: 'statement_id',
    }),
  },
});
