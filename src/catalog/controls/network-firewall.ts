import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Network Firewall',
  description: 'Traffic between subnets and the internet is inspected, and what no rule knows is dropped.',
  kind: 'preventive',
  service: 'AWS Network Firewall',
  howToAdd: 'Route the subnets through the endpoints of a firewall whose policy drops by default.',
  effort: 4,
  inForce:
    'Routes lead through its endpoints, and its policy drops what no rule passes; the network engine names it on the way.',
  cost: 'high',
  effects: [
    { technique: 'T1021', does: 'protect', score: 'partial', basis: 'ctid aws_network_firewall' },
    { technique: 'T1046', does: 'protect', score: 'partial', basis: 'ctid aws_network_firewall' },
    { technique: 'T1048', does: 'protect', score: 'partial', basis: 'ctid aws_network_firewall' },
    { technique: 'T1133', does: 'protect', score: 'partial', basis: 'ctid aws_network_firewall' },
    { technique: 'T1190', does: 'protect', basis: 'attack M1037' },
    { technique: 'T1498', does: 'protect', score: 'minimal', basis: 'ctid aws_network_firewall' },
    { technique: 'T1499', does: 'protect', score: 'partial', basis: 'ctid aws_network_firewall' },
  ],
  references: ['https://docs.aws.amazon.com/network-firewall/latest/developerguide/what-is-aws-network-firewall.html'],
});
