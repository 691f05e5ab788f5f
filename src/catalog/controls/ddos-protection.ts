import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Shield Advanced',
  description: 'Floods of traffic are noticed and turned away, and the cost of scaling through them is given back.',
  kind: 'corrective',
  service: 'AWS Shield',
  howToAdd: 'Subscribe, then make a protection for the entry (AWS::Shield::Protection).',
  effort: 2,
  inForce: 'A protection names the entry. Shield Standard is always on at the edge and is not counted.',
  cost: 'high',
  effects: [
    { technique: 'T1498', does: 'respond', score: 'significant', basis: 'ctid aws_shield' },
    { technique: 'T1498.001', does: 'respond', score: 'significant', basis: 'ctid aws_shield' },
    { technique: 'T1498.002', does: 'respond', score: 'significant', basis: 'ctid aws_shield' },
    { technique: 'T1499', does: 'respond', score: 'significant', basis: 'ctid aws_shield' },
    { technique: 'T1499.002', does: 'respond', score: 'significant', basis: 'ctid aws_shield' },
    { technique: 'T1499.003', does: 'respond', score: 'significant', basis: 'ctid aws_shield' },
  ],
  references: ['https://docs.aws.amazon.com/waf/latest/developerguide/ddos-advanced-summary.html'],
});
