import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Data events in the trail',
  description: 'Reading and changing of objects, items and messages, and calls of functions, leave a record.',
  kind: 'detective',
  service: 'AWS CloudTrail',
  howToAdd: 'Add advanced event selectors for the types that hold something of value.',
  effort: 2,
  inForce: 'A selector of a trail that is logging lets data events of the type and resource in.',
  cost: 'usage',
  effects: [{ technique: 'T1530', does: 'detect', basis: 'attack M1047' }],
  references: ['https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html'],
});
