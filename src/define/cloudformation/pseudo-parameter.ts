import type { Origin } from '../../model/origin.ts';
import { type Hole, holesOf, literalOf, type Text, text } from '../../model/text.ts';
import type { Value } from '../../model/value.ts';
import type { Node } from './node.ts';
import { report, type Scope } from './scope.ts';
import { absentValue, expression, textValue, unknownValue } from './value-case.ts';

/**
 * The value of a name that starts with `AWS::`; undefined for other names.
 * Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/pseudo-parameter-reference.html
 */
export function pseudoParameter(name: string, scope: Scope, origin: Origin, node: Node): Value | undefined {
  if (!name.startsWith('AWS::')) return undefined;
  const { unit, template } = scope;
  switch (name) {
    case 'AWS::AccountId':
      return textValue(unit.account, origin);
    case 'AWS::Region':
      return textValue(unit.region, origin);
    case 'AWS::Partition':
      return textValue(unit.partition, origin);
    case 'AWS::URLSuffix':
      return textValue(urlSuffix(unit.partition), origin);
    case 'AWS::StackName':
      return textValue(template.stackName, origin);
    case 'AWS::StackId':
      return textValue(stackId(scope), origin);
    case 'AWS::NoValue':
      return absentValue(origin);
    case 'AWS::NotificationARNs':
      return { kind: 'list', items: [], open: hole(scope, 'notification-arns'), origin };
    default:
      report(
        scope,
        'error',
        'unknown-reference',
        `${name} is not a pseudo parameter of CloudFormation; correct the name`,
        node.origin,
      );
      return unknownValue(expression(`undeclared:${name}`, `the meaning of ${name}`), origin);
  }
}

/** `amazonaws.com`, or China's. Source: as above, `AWS::URLSuffix`. */
export function urlSuffix(partition: Text): Text {
  const literal = literalOf(partition);
  if (literal === 'aws' || literal === 'aws-us-gov') return ['amazonaws.com'];
  if (literal === 'aws-cn') return ['amazonaws.com.cn'];
  const open = holesOf(partition)[0];
  return [
    {
      kind: 'expression',
      symbol: `url-suffix:${open?.symbol ?? literal}`,
      settledBy: open?.settledBy ?? `the URL suffix of partition ${literal}`,
    },
  ];
}

/** ARN of the stack that the template is deployed as. */
export function stackId(scope: Scope): Text {
  const { unit, template } = scope;
  return text(
    'arn:',
    ...unit.partition,
    ':cloudformation:',
    ...unit.region,
    ':',
    ...unit.account,
    ':stack/',
    ...template.stackName,
    '/',
    hole(scope, 'stack-id'),
  );
}

function hole(scope: Scope, what: string): Hole {
  return {
    kind: 'attribute',
    symbol: `${what}:${scope.template.path}`,
    settledBy: `deployment of ${scope.template.path}`,
  };
}
