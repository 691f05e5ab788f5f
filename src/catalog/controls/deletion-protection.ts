import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Deletion protection',
  description: 'A single call or a removed stack does not destroy the data.',
  kind: 'preventive',
  service: 'AWS CloudFormation',
  howToAdd:
    'Switch the deletion protection of the resource on, and set DeletionPolicy and UpdateReplacePolicy to Retain or Snapshot.',
  effort: 1,
  inForce: 'The switch of the resource is on, or its stack keeps it.',
  cost: 'none',
  effects: [
    { technique: 'T1485', does: 'detect', score: 'partial', basis: 'ctid aws_rds' },
    { technique: 'T1485', does: 'protect', score: 'significant', basis: 'ctid aws_rds' },
    { technique: 'T1485', does: 'respond', score: 'significant', basis: 'ctid aws_rds' },
    { technique: 'T1489', does: 'detect', score: 'partial', basis: 'ctid aws_rds' },
    { technique: 'T1489', does: 'protect', basis: 'attack M1018' },
    { technique: 'T1578.003', does: 'protect', basis: 'attack M1018' },
  ],
  references: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-deletionpolicy.html'],
});
