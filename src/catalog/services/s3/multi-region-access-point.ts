import { byDefault, notApplicable } from '../../../model/fact.ts';
import type { PolicySource } from '../../../model/policy.ts';
import { defineService } from '../../../model/service.ts';
import { within } from '../../answer.ts';
import { guardedMembers } from '../../guarded-members.ts';
import { noAnswers } from '../../no-answers.ts';
import { publicAccessBlock } from './public-access-gate.ts';

/** One way to buckets in several regions; its policy is a resource of its own, and must allow besides that of the bucket. */
export default defineService({
  type: 'AWS::S3::MultiRegionAccessPoint',
  title: 'S3 multi-region access point',
  element: 'part',
  partOf: (view) => guardedMembers(view, 'Regions').flatMap((region) => within(view, region).read('Bucket') ?? []),
  service: 'control',
  documentation: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/MultiRegionAccessPointPermissions.html',
  facts: {
    ...noAnswers('an access point leads to its buckets, which answer'),
    endpoints: notApplicable('It answers where its buckets do.'),
    resourcePolicy: (view) => byDefault<readonly PolicySource[]>([], [view.origin()]),
  },
  // "By default, Block Public Access settings are enabled".
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/multi-region-access-point-block-public-access.html
  structure: { publicAccessGate: publicAccessBlock },
  ignored: {},
});
