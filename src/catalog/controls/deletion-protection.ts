import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Deletion protection',
  description: 'A single call or a removed stack does not destroy the data.',
  kind: 'preventive',
  service: 'AWS CloudFormation',
  howToAdd:
    'Switch the deletion protection of the resource on, and set DeletionPolicy and UpdateReplacePolicy to Retain or Snapshot.',
  effort: 1,
  references: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-deletionpolicy.html'],
});
