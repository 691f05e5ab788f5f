import { defineService, type ResourceView } from '../../../model/service.ts';
import { type Hole, matchPattern, type Text, text } from '../../../model/text.ts';
import { noAnswers } from '../../no-answers.ts';
import { policyAttachment, policyTransport } from '../../policy-attachment.ts';
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
    encryptionInTransit: (view) => policyTransport(view, denialOf(view)),
    resourcePolicy: (view) => statedPolicies(view, 'PolicyDocument', `bucket policy ${view.resource.address}`),
  },
  contributes: (view) =>
    policyAttachment(view, {
      ...denialOf(view),
      name: `bucket policy ${view.resource.address}`,
      to: bucketOf(view),
    }),
  ignored: {},
});

/** Plain text is refused where it is for all objects, and for the bucket, which tells their names. */
function denialOf(view: ResourceView) {
  return {
    path: 'PolicyDocument',
    service: 's3',
    actions: ['s3:GetObject', 's3:PutObject'],
    covers: [
      (resource: Text) => bucketArns(view, ['/', anyKey]).some((object) => matchPattern(resource, object) === 'yes'),
      (resource: Text) => bucketArns(view, []).some((bucket) => matchPattern(resource, bucket) === 'yes'),
    ],
  };
}

function bucketOf(view: ResourceView) {
  const bucket = view.read('Bucket');
  return bucket === undefined ? [] : [bucket];
}

/** Stands for the key of any object: what matches it for every filling covers all objects, and not those of a prefix. */
const anyKey: Hole = { symbol: 'any-object-key', kind: 'expression', settledBy: 'the key of an object' };

/** The buckets that the policy may be attached to, each with what follows its name. */
function bucketArns(view: ResourceView, behind: Text): readonly Text[] {
  return bucketOf(view)
    .flatMap((bucket) => view.follow(bucket, ['AWS::S3::Bucket']))
    .flatMap((end) => {
      if (end.kind === 'external') return [text('arn:aws:s3:::', ...end.text, ...behind)];
      return end.kind === 'resource' && end.view.resource.arn !== undefined
        ? [text(...end.view.resource.arn, ...behind)]
        : [];
    });
}
