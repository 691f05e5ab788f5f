import { allFacts, casesOf, type Fact, given } from '../../../model/fact.ts';
import type { Guard } from '../../../model/guard.ts';
import type { PolicyCondition, PolicyPrincipal, PolicySource, Statement } from '../../../model/policy.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { literalOf, type Text } from '../../../model/text.ts';
import { textOf, type Value } from '../../../model/value.ts';
import { property } from '../../answer.ts';
import { noAnswers } from '../../no-answers.ts';
import { functionsOf } from './function-reference.ts';

export default defineService({
  type: 'AWS::Lambda::Permission',
  title: 'Lambda permission',
  element: 'part',
  partOf: (view) => functionsOf(view, 'FunctionName'),
  service: 'control',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-permission.html',
  facts: {
    ...noAnswers('a permission is a statement of its function’s policy, and the function answers'),
    resourcePolicy: policy,
  },
  contributes: (view) =>
    functionsOf(view, 'FunctionName').map((to) => ({ to, dimension: 'resourcePolicy', fact: policy(view) })),
  ignored: {},
});

/**
 * Properties that become conditions of the statement: https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html
 */
const conditionKeys = {
  SourceArn: { operator: 'ArnLike', key: 'aws:SourceArn' },
  SourceAccount: { operator: 'StringEquals', key: 'aws:SourceAccount' },
  PrincipalOrgID: { operator: 'StringEquals', key: 'aws:PrincipalOrgID' },
  EventSourceToken: { operator: 'StringEquals', key: 'lambda:EventSourceToken' },
  FunctionUrlAuthType: { operator: 'StringEquals', key: 'lambda:FunctionUrlAuthType' },
  InvokedViaFunctionUrl: { operator: 'Bool', key: 'lambda:InvokedViaFunctionUrl' },
} as const;

type Named = Readonly<Record<string, Value | undefined>>;

/** The statement that AWS adds to the function's policy, once for each case of its properties. */
function policy(view: ResourceView): Fact<readonly PolicySource[]> {
  const names = ['Principal', 'Action', ...Object.keys(conditionKeys)];
  const values: Fact<Named> = allFacts(Object.fromEntries(names.map((name) => [name, property(view, name)])));
  const statements = casesOf(values).flatMap(({ guard, fact }, index) =>
    fact.kind === 'known' ? [statement(view, fact.value, { guard, index })] : [],
  );
  const source: PolicySource = {
    name: `permission ${view.resource.address}`,
    kind: 'resource',
    statedBy: view.resource.id,
    document: { version: '2012-10-17', statements, origin: view.origin(), guard: view.resource.guard },
  };
  return given([source], [view.origin()]);
}

function statement(
  view: ResourceView,
  values: Named,
  place: { readonly guard: Guard; readonly index: number },
): Statement {
  const principal = textIn(values.Principal);
  const action = textIn(values.Action);
  return {
    effect: 'Allow',
    ...(principal !== undefined && { principals: [principalOf(principal)] }),
    ...(action !== undefined && { actions: [action] }),
    resources: resourcesOf(view),
    conditions: conditionsOf(values),
    origin: view.origin(),
    ...place,
  };
}

/** A service, everybody, or an account, role or user. */
function principalOf(value: Text): PolicyPrincipal {
  const literal = literalOf(value);
  if (literal === '*') return { kind: '*', value };
  return { kind: literal !== undefined && /\.amazonaws\.com(\.cn)?$/.test(literal) ? 'Service' : 'AWS', value };
}

/** The function itself, also when the statement is for one of its versions or aliases: the code behind them is its own. */
function resourcesOf(view: ResourceView): readonly Text[] {
  return functionsOf(view, 'FunctionName').flatMap((value): readonly Text[] => {
    const arns = view
      .follow(value, ['AWS::Lambda::Function'])
      .flatMap((end) =>
        end.kind === 'resource' && end.view.resource.arn !== undefined ? [end.view.resource.arn] : [],
      );
    const text = textOf(value);
    return arns.length > 0 || text === undefined ? arns : [text];
  });
}

function conditionsOf(values: Named): readonly PolicyCondition[] {
  return Object.entries(conditionKeys).flatMap(([name, { operator, key }]) => {
    const value = values[name];
    const text = textIn(value);
    return value === undefined || text === undefined ? [] : [{ operator, key, values: [text], origin: value.origin }];
  });
}

function textIn(value: Value | undefined): Text | undefined {
  return value === undefined ? undefined : textOf(value);
}
