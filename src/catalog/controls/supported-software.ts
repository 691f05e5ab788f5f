import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Supported versions',
  description: 'Runtimes and engines that still get security fixes.',
  kind: 'preventive',
  service: 'AWS',
  howToAdd: 'Move to a version in support before the old one ends.',
  effort: 3,
  references: ['https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html'],
});
