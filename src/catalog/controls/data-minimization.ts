import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Data minimization',
  description: 'Only the columns and rows that are needed leave their system.',
  kind: 'preventive',
  service: 'process',
  howToAdd: 'Select, drop or mask columns in the copy task.',
  effort: 2,
  references: ['https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/data-classification.html'],
});
