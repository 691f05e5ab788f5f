import { given } from '../../../model/fact.ts';
import { defineService } from '../../../model/service.ts';
import { present, within } from '../../answer.ts';
import { guardedMembers } from '../../guarded-members.ts';
import { noAnswers } from '../../no-answers.ts';

/** Its limits hold for callers with one of its keys; those of methods that ask for no key are not limited by it. */
export default defineService({
  type: 'AWS::ApiGateway::UsagePlan',
  title: 'API usage plan',
  element: 'part',
  aloneAs: 'control',
  partOf: (view) => guardedMembers(view, 'ApiStages').flatMap((stage) => within(view, stage).read('ApiId') ?? []),
  service: 'control',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-usageplan.html',
  facts: noAnswers('a usage plan limits callers of its APIs, which answer'),
  structure: { settings: (view) => given({ throttled: present(view, 'Throttle.RateLimit') }) },
  ignored: { Quota: 'it limits what a caller may use in a month; a flood is over before' },
});
