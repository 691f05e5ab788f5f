import { notApplicable } from '../../../model/fact.ts';
import { defineService } from '../../../model/service.ts';
import { noAnswers } from '../../no-answers.ts';
import { statedPolicies } from '../../stated-policies.ts';
import { publicAccessBlock } from './public-access-gate.ts';

/** A way to a bucket with a policy of its own; a request through it must be allowed by both. */
export default defineService({
  type: 'AWS::S3::AccessPoint',
  title: 'S3 access point',
  element: 'part',
  partOf: (view) => {
    const bucket = view.read('Bucket');
    return bucket === undefined ? [] : [bucket];
  },
  service: 'control',
  documentation: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points.html',
  facts: {
    ...noAnswers('an access point leads to its bucket, which answers'),
    endpoints: notApplicable('It answers where its bucket does.'),
    resourcePolicy: (view) => statedPolicies(view, 'Policy', `policy of access point ${view.resource.address}`),
  },
  // "By default, Block Public Access settings are enabled for an access point unless you specify otherwise".
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-bpa-settings.html
  structure: { publicAccessGate: publicAccessBlock },
  ignored: {
    VpcConfiguration: 'it is part of the requests that come through it: s3:AccessPointNetworkOrigin',
  },
});
