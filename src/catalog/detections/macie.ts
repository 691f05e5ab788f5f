import { defineDetection } from '../../model/detection.ts';
import { settledText } from '../settled-value.ts';
import { isTold } from '../told-findings.ts';
import { sightOf, watchOf } from '../watch-state.ts';

/** Policy findings of Macie: buckets that become public, shared or unprotected. */
export default defineDetection({
  title: 'Macie',
  service: 'Amazon Macie',
  control: 'data-discovery',
  references: ['https://docs.aws.amazon.com/macie/latest/user/findings-types.html'],
  sights(use, place) {
    if (!use.actions.some((action) => findings[action] !== undefined)) return [];
    const watch = watchOf(use, place, {
      resources: place.inRegion('AWS::Macie::Session'),
      control: 'data-discovery',
      name: 'Macie session',
      single: true,
      judge(session) {
        const status = settledText(session, 'Status', place.system.model.assumed) ?? 'ENABLED';
        return status === 'unknown' ? status : status === 'ENABLED';
      },
    });
    const what = use.actions.flatMap((action) => findings[action] ?? []);
    return [
      sightOf(watch, {
        as: 'anomaly',
        ...(isTold(place, 'aws.macie') && { told: true as const }),
        what: what.join(', '),
        enable: `Macie in ${place.name}`,
      }),
    ];
  },
});

const findings: Readonly<Record<string, string>> = {
  's3:PutBucketPolicy': 'Policy:IAMUser/S3BucketPublic, Policy:IAMUser/S3BucketSharedExternally',
  's3:PutBucketAcl': 'Policy:IAMUser/S3BucketPublic',
  's3:PutBucketPublicAccessBlock': 'Policy:IAMUser/S3BlockPublicAccessDisabled',
  's3:PutEncryptionConfiguration': 'Policy:IAMUser/S3BucketEncryptionDisabled',
  's3:PutReplicationConfiguration': 'Policy:IAMUser/S3BucketReplicatedExternally',
};
