import { byDefault, type Fact, notApplicable } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { noAnswers } from '../../no-answers.ts';
import { cacheEncryption, stageContributions, stageLogging, stageSecrets, stageThrottling } from './stage-settings.ts';

const PLACE = 'StageDescription.';

/** With a stage name, a deployment makes a stage of its own. */
export default defineService({
  type: 'AWS::ApiGateway::Deployment',
  title: 'REST API deployment',
  element: 'part',
  partOf: (view) => [view.read('RestApiId')].flatMap((api) => api ?? []),
  service: 'serverless',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-deployment.html',
  facts: {
    ...noAnswers('a deployment is a snapshot of its API, which answers'),
    encryptionAtRest: (view) => ofItsStage(view, () => cacheEncryption(view, PLACE)),
    logging: (view) => ofItsStage(view, () => stageLogging(view, PLACE)),
    secretsInClear: (view) => ofItsStage(view, () => stageSecrets(view, PLACE)),
  },
  structure: {
    settings: (view) => ofItsStage(view, () => byDefault({ throttled: stageThrottling(view, PLACE) })),
  },
  contributes: (view) =>
    [view.read('RestApiId')].flatMap((api) =>
      api === undefined || !makesStage(view) ? [] : stageContributions(view, PLACE, api),
    ),
  ignored: {},
});

function makesStage(view: ResourceView): boolean {
  return view.read('StageName') !== undefined;
}

function ofItsStage<T>(view: ResourceView, answer: () => Fact<T>): Fact<T> {
  return makesStage(view) ? answer() : notApplicable('it makes no stage');
}
