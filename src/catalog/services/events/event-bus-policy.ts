import { type Fact, given } from '../../../model/fact.ts';
import { always } from '../../../model/guard.ts';
import type { PolicyCondition, PolicyPrincipal, PolicySource, Statement } from '../../../model/policy.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { literalOf, type Text } from '../../../model/text.ts';
import { textOf, type Value } from '../../../model/value.ts';
import { ifGiven } from '../../if-given.ts';
import { noAnswers } from '../../no-answers.ts';
import { readPolicies } from '../../read-policy.ts';

export default defineService({
  type: 'AWS::Events::EventBusPolicy',
  title: 'EventBridge event bus policy',
  element: 'part',
  aloneAs: 'control',
  partOf: (view) => bus(view),
  service: 'control',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-events-eventbuspolicy.html',
  facts: { ...noAnswers('a statement of a bus’s policy, and the bus answers'), resourcePolicy: policy },
  contributes: (view) => bus(view).map((to) => ({ to, dimension: 'resourcePolicy', fact: policy(view) })),
  ignored: {},
});

function bus(view: ResourceView): readonly Value[] {
  const name = view.read('EventBusName');
  return name === undefined ? [] : [name];
}

/** One whole statement, or one put together from principal, action and condition. */
function policy(view: ResourceView): Fact<readonly PolicySource[]> {
  const name = `event bus policy ${view.resource.address}`;
  return ifGiven<readonly PolicySource[]>(view, 'Statement', {
    whenGiven: (value) =>
      given(
        readPolicies(documentOf(value)).map((document) => ({
          name,
          kind: 'resource' as const,
          statedBy: view.resource.id,
          document: { ...document, version: '2012-10-17' as const, guard: view.resource.guard },
        })),
      ),
    otherwise: () => given([sourceOf(view, name, statement(view))], [view.origin()]),
  });
}

function documentOf(statement: Value): Value {
  return { kind: 'map', entries: new Map([['Statement', statement]]), origin: statement.origin };
}

function sourceOf(view: ResourceView, name: string, only: Statement): PolicySource {
  return {
    name,
    kind: 'resource',
    statedBy: view.resource.id,
    document: { version: '2012-10-17', statements: [only], origin: view.origin(), guard: view.resource.guard },
  };
}

/** https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutPermission.html */
function statement(view: ResourceView): Statement {
  const principal = textAt(view, 'Principal');
  return {
    effect: 'Allow',
    ...(principal !== undefined && { principals: [principalOf(principal)] }),
    actions: [textAt(view, 'Action') ?? ['events:PutEvents']],
    resources: [['*']],
    conditions: conditions(view),
    origin: view.origin(),
    guard: always,
    index: 0,
  };
}

function conditions(view: ResourceView): readonly PolicyCondition[] {
  const operator = literalOf(textAt(view, 'Condition.Type') ?? []);
  const key = literalOf(textAt(view, 'Condition.Key') ?? []);
  const value = textAt(view, 'Condition.Value');
  if (!operator || !key) return [];
  return [{ operator, key, values: value === undefined ? [] : [value], origin: view.origin('Condition') }];
}

/** An account by its number, or everybody. */
function principalOf(value: Text): PolicyPrincipal {
  return { kind: literalOf(value) === '*' ? '*' : 'AWS', value };
}

function textAt(view: ResourceView, path: string): Text | undefined {
  const value = view.read(path);
  return value === undefined ? undefined : textOf(value);
}
