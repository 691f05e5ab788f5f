import { defineService, type ResourceView } from '../../../model/service.ts';
import { textKey } from '../../../model/text.ts';
import { noAnswers } from '../../no-answers.ts';
import { policyAttachment } from '../../policy-attachment.ts';
import { statedPolicies } from '../../stated-policies.ts';

export default defineService({
  type: 'AWS::S3::BucketPolicy',
  title: 'S3 bucket policy',
  element: 'part',
  partOf: (view) => bucketOf(view),
  service: 'control',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-bucketpolicy.html',
  facts: {
    ...noAnswers('a bucket policy is part of its bucket, which answers'),
    resourcePolicy: (view) => statedPolicies(view, 'PolicyDocument', `bucket policy ${view.resource.address}`),
  },
  contributes: (view) =>
    policyAttachment(view, {
      path: 'PolicyDocument',
      name: `bucket policy ${view.resource.address}`,
      service: 's3',
      to: bucketOf(view),
      // Objects have a path behind the bucket's ARN.
      covers: (resource) => textKey(resource).endsWith('*'),
    }),
  ignored: {},
});

function bucketOf(view: ResourceView) {
  const bucket = view.read('Bucket');
  return bucket === undefined ? [] : [bucket];
}
