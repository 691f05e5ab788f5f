import type { Fact } from '../../../model/fact.ts';
import type { ResourceView } from '../../../model/service.ts';
import { flag, present } from '../../answer.ts';
import { allTrue } from '../../combine-facts.ts';

/**
 * Does the bucket keep every new object for a time? Object Lock does so by itself only with a default retention.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html
 */
export function keepsObjects(bucket: ResourceView): Fact<boolean> {
  return allTrue([
    flag(bucket, 'ObjectLockEnabled', false),
    present(bucket, 'ObjectLockConfiguration.Rule.DefaultRetention'),
  ]);
}
