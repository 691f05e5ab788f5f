import type { Authentication, Endpoint } from '../../../model/dimension.ts';
import { byDefault, type Fact, given } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { choose, word } from '../../answer.ts';
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
  contributes: (view) =>
    functionsOf(view, 'TargetFunctionArn').map((to) => ({ to, dimension: 'endpoints', fact: endpoints(view) })),
  ignored: { Cors: 'it tells browsers which pages may read answers; it lets nobody in' },
});

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
