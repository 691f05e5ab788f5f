import { byDefault } from '../../../model/fact.ts';
import { defineService } from '../../../model/service.ts';
import { present } from '../../answer.ts';
import { noAnswers } from '../../no-answers.ts';
import { cacheEncryption, stageContributions, stageLogging, stageSecrets, stageThrottling } from './stage-settings.ts';

export default defineService({
  type: 'AWS::ApiGateway::Stage',
  title: 'REST API stage',
  element: 'part',
  partOf: (view) => [view.read('RestApiId')].flatMap((api) => api ?? []),
  service: 'serverless',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-stage.html',
  facts: {
    ...noAnswers('a stage is part of its API, which answers'),
    encryptionAtRest: (view) => cacheEncryption(view, ''),
    logging: (view) => stageLogging(view, ''),
    secretsInClear: (view) => stageSecrets(view, ''),
  },
  structure: {
    settings: (view) =>
      byDefault({ throttled: stageThrottling(view, ''), provesItself: present(view, 'ClientCertificateId') }),
  },
  contributes: (view) =>
    [view.read('RestApiId')].flatMap((api) => (api === undefined ? [] : stageContributions(view, '', api))),
  ignored: {},
});
