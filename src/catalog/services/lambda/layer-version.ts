import { byDefault } from '../../../model/fact.ts';
import { defineService } from '../../../model/service.ts';
import { noAnswers } from '../../no-answers.ts';
import { flowsOf, statedFlow } from '../../stated-flow.ts';

export default defineService({
  type: 'AWS::Lambda::LayerVersion',
  title: 'Lambda layer',
  element: 'part',
  aloneAs: 'data-store',
  service: 'serverless',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-layerversion.html',
  facts: {
    ...noAnswers('a layer is code that runs inside functions, and the functions answer'),
    resourcePolicy: (view) => byDefault([], [view.origin()]),
  },
  structure: {
    holds: () => byDefault({ what: 'code', confidentiality: 1, integrity: 3, availability: 1 }),
    forwards: (view) =>
      flowsOf(
        view,
        statedFlow(view.read('Content.S3Bucket'), {
          kind: 'deployment',
          because: `${view.resource.address} takes its code from there`,
        }),
      ),
  },
  ignored: {},
});
