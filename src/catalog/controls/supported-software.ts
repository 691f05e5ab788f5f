import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Supported versions',
  description: 'Runtimes and engines that still get security fixes.',
  kind: 'preventive',
  service: 'AWS',
  howToAdd: 'Move to a version in support before the old one ends.',
  effort: 3,
  inForce: 'The version is supported on the day of the model.',
  cost: 'people',
  effects: [
    { technique: 'T1190', does: 'protect', score: 'partial', basis: 'ctid amazon_inspector' },
    { technique: 'T1195', does: 'protect', basis: 'attack M1051' },
    { technique: 'T1212', does: 'protect', score: 'partial', basis: 'ctid amazon_inspector' },
  ],
  references: ['https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html'],
});
