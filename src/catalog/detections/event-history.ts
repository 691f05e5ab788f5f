import { defineDetection } from '../../model/detection.ts';
import { trailEventOf } from '../trail-event.ts';

/** What every account has without a trail: nobody can switch it off, and nobody is told. */
export default defineDetection({
  title: 'CloudTrail event history',
  service: 'AWS CloudTrail',
  references: ['https://docs.aws.amazon.com/awscloudtrail/latest/userguide/view-cloudtrail-events.html'],
  sights({ actions }) {
    const names = actions.flatMap((action) => {
      const event = trailEventOf(action);
      return event?.category === 'management' ? [event.name] : [];
    });
    if (names.length === 0) return [];
    return [
      {
        as: 'record',
        state: 'on',
        what: `management events ${names.join(', ')}, for 90 days, in the account itself`,
        because: 'every account keeps its management events of the last 90 days',
      },
    ];
  },
});
