import type { SecretInClear } from '../../../model/data-keeping.ts';
import { byDefault, type Fact } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { noAnswers } from '../../no-answers.ts';
import { joinSecrets, secretsInText } from '../../secret-in-clear.ts';

/**
 * Content that the deployment puts into a bucket. CloudFormation has no such type; Terraform (aws_s3_object) has, with the
 * parameters of PutObject as properties.
 */
export default defineService({
  type: 'AWS::S3::Object',
  title: 'S3 object',
  element: 'part',
  partOf: (view) => {
    const bucket = view.read('Bucket');
    return bucket === undefined ? [] : [bucket];
  },
  aloneAs: 'data-store',
  service: 'serverless',
  documentation: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html',
  facts: { ...noAnswers('an object lies in its bucket, which answers'), secretsInClear: secretsOf },
  ignored: {},
});

function secretsOf(view: ResourceView): Fact<readonly SecretInClear[]> {
  const body = view.read('Body');
  return body === undefined ? byDefault([], [view.origin()]) : joinSecrets([secretsInText(body, 'object')]);
}
