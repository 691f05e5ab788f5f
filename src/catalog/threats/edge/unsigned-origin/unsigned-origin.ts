import { defineThreat } from '../../../../model/threat.ts';
import { judgeSetting } from '../../../judge-setting.ts';

export default defineThreat({
  title: 'Bucket that a distribution reads like anybody',
  statement: {
    source: 'anyone on the internet',
    prerequisites: 'who finds the name of the bucket behind the distribution',
    action: 'read it past the edge, because it has to be public for the distribution to work',
    impact: 'disclosure of objects, past logs, web ACL and signed URLs of the edge',
  },
  stride: ['information-disclosure'],
  techniques: ['T1530'],
  weaknesses: ['CWE-668'],
  controls: ['origin-protection'],
  likelihood: 1,
  impact: 2,
  howUsed:
    "The bucket's name appears in error pages, in DNS, or is guessed from the host name. Read directly it gives out files that the distribution would have guarded with signed URLs or a firewall, and the bill for the traffic goes to the owner.",
  howTested:
    "curl https://BUCKET.s3.amazonaws.com/index.html must answer 403 while the distribution answers 200. The bucket's policy must allow cloudfront.amazonaws.com alone, with aws:SourceArn of the distribution.",
  falsePositives: 'Buckets with nothing but public files, where the edge only saves time.',
  references: [
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html',
  ],
  find: (element, { system }) =>
    judgeSetting(element, system, {
      setting: 'signsToBuckets',
      wanted: true,
      bad: 'it reads a bucket without signing its requests',
      good: 'it signs its requests to buckets',
      fix: {
        control: 'origin-protection',
        title: 'Sign requests to the bucket',
        property: 'OriginAccessControlId of the origin',
        value: 'an origin access control, and a bucket policy for the distribution alone',
      },
    }),
});
