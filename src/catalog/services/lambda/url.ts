import type { AnswerOf } from '../../../model/dimension.ts';
import type { Authentication, Endpoint } from '../../../model/entry.ts';
import { byDefault, type Fact, given, mapFact } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { choose, present, word } from '../../answer.ts';
import { anyOrigin } from '../../any-origin.ts';
import { noAnswers } from '../../no-answers.ts';
import { functionsOf } from './function-reference.ts';

const authentications: Readonly<Record<string, Authentication>> = { NONE: 'none', AWS_IAM: 'iam' };

export default defineService({
  type: 'AWS::Lambda::Url',
  title: 'Lambda function URL',
  element: 'part',
  partOf: (view) => functionsOf(view, 'TargetFunctionArn'),
  service: 'serverless',
  documentation: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-url.html',
  facts: { ...noAnswers('a URL is a way into its function, and the function answers'), endpoints },
  structure: { settings },
  contributes: (view) =>
    functionsOf(view, 'TargetFunctionArn').flatMap((to) => [
      { to, dimension: 'endpoints' as const, fact: endpoints(view) },
      { to, dimension: 'settings' as const, fact: settings(view) },
    ]),
  ignored: {},
});

/** Without a CORS configuration no page of another website reads answers. */
function settings(view: ResourceView): Fact<AnswerOf<'settings'>> {
  return mapFact(present(view, 'Cors'), (is) => (is ? { anyOriginAllowed: anyOrigin(view, 'Cors') } : {}));
}

/**
 * A dual-stack HTTPS address on the internet. Whom `NONE` lets through still needs a permission of the function.
 * https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html
 */
function endpoints(view: ResourceView): Fact<readonly Endpoint[]> {
  const endpoint: Endpoint = {
    protocol: 'https',
    port: 443,
    authentication: choose(word(view, 'AuthType', ''), authentications, 'AuthType'),
    audience: byDefault('internet'),
    encrypted: byDefault('required'),
    origin: view.origin(),
  };
  return given([endpoint], [view.origin()]);
}
