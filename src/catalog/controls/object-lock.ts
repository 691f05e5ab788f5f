import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Immutable storage',
  description: 'Nobody can change or delete content for a fixed time.',
  kind: 'preventive',
  service: 'Amazon S3',
  howToAdd: 'Enable Object Lock with a default retention.',
  effort: 2,
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html'],
});
