import type { AnswerOf } from '../../../model/dimension.ts';
import type { Forward } from '../../../model/entry.ts';
import { type Fact, given } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { present } from '../../answer.ts';
import { noAnswers } from '../../no-answers.ts';
import { flowsOf, statedFlow } from '../../stated-flow.ts';
import { functionsOf } from './function-reference.ts';

export default defineService({
  type: 'AWS::Lambda::EventInvokeConfig',
  title: 'settings of asynchronous calls',
  element: 'part',
  partOf: (view) => functionsOf(view, 'FunctionName'),
  contributes: (view) =>
    functionsOf(view, 'FunctionName').map((to) => ({ to, dimension: 'settings', fact: settings(view) })),
  service: 'serverless',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-eventinvokeconfig.html',
  facts: noAnswers('how its function takes asynchronous calls, and the function answers'),
  structure: {
    forwards,
    settings,
  },
  ignored: {},
});

/** Events that fail are kept when there is a destination for them. */
function settings(view: ResourceView): Fact<AnswerOf<'settings'>> {
  return given({ deadLetters: present(view, 'DestinationConfig.OnFailure.Destination') });
}

function forwards(view: ResourceView): Fact<readonly Forward[]> {
  const because = `${view.resource.address} sends what came out of asynchronous calls there`;
  const [from] = functionsOf(view, 'FunctionName');
  return flowsOf(
    view,
    ['OnFailure', 'OnSuccess'].flatMap((when) =>
      statedFlow(view.read(`DestinationConfig.${when}.Destination`), { kind: 'event', because, ...(from && { from }) }),
    ),
  );
}
