import type { Capacity } from '../../../model/data-keeping.ts';
import { bindFact, given } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { literalOf, type Text } from '../../../model/text.ts';
import { refsOf, textOf, type Value } from '../../../model/value.ts';
import { word } from '../../answer.ts';
import { noAnswers } from '../../no-answers.ts';
import { singleReferences } from '../../single-references.ts';
import { loads } from '../dynamo-db/loads.ts';

/**
 * What Application Auto Scaling adjusts. Tables and their indexes are read; other things that it can scale have no answer
 * about their capacity. https://docs.aws.amazon.com/autoscaling/application/APIReference/API_RegisterScalableTarget.html
 */
export default defineService({
  type: 'AWS::ApplicationAutoScaling::ScalableTarget',
  title: 'scalable target',
  element: 'part',
  partOf: (view) => tableOf(view),
  service: 'control',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-applicationautoscaling-scalabletarget.html',
  facts: noAnswers('it adjusts the capacity of another resource, which answers'),
  contributes: (view) =>
    tableOf(view).map((to) => ({
      to,
      types: ['AWS::DynamoDB::Table'],
      dimension: 'capacity' as const,
      fact: bindFact(word(view, 'ScalableDimension', ''), (dimension) => {
        const found = adjusted(dimension, view.read('ResourceId'));
        return given<readonly Capacity[]>(found === undefined ? [] : [{ what: found, scales: true }]);
      }),
    })),
  ignored: {
    RoleARN: 'a service-linked role is used whatever it says',
    ScheduledActions: 'when capacity changes by the clock',
    SuspendedState: 'scaling that is held for a time',
  },
});

/** `table/Orders` and `table/Orders/index/ByOwner`; the table may be a reference. */
function tableOf(view: ResourceView): readonly Value[] {
  const id = view.read('ResourceId');
  if (id === undefined || !startsWith(textOf(id) ?? [], 'table/')) return [];
  if (refsOf(id).length > 0) return singleReferences(id);
  const name = (literalOf(textOf(id) ?? []) ?? '').split('/')[1] ?? '';
  return name === '' ? [] : [{ kind: 'text', text: [name], origin: id.origin }];
}

function startsWith([first]: Text, prefix: string): boolean {
  return typeof first === 'string' && first.startsWith(prefix);
}

/** The kind of load that the dimension is about: `dynamodb:index:ReadCapacityUnits`. */
function adjusted(dimension: string, id: Value | undefined): string | undefined {
  const last = (id === undefined ? [] : (textOf(id) ?? [])).at(-1);
  const index = typeof last === 'string' ? /(?:^|\/)index\/(.+)$/.exec(last)?.[1] : undefined;
  const [reads, writes] = loads(dimension.startsWith('dynamodb:index:') ? (index ?? '') : undefined);
  if (dimension.endsWith(':ReadCapacityUnits')) return reads;
  return dimension.endsWith(':WriteCapacityUnits') ? writes : undefined;
}
