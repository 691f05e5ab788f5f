import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Network Firewall',
  description: 'Traffic is looked at on its way, and what no rule allows is dropped.',
  kind: 'preventive',
  service: 'AWS Network Firewall',
  howToAdd: 'Route traffic through firewall endpoints and forward all of it to stateful rules that drop by default.',
  effort: 3,
  references: ['https://docs.aws.amazon.com/network-firewall/latest/developerguide/what-is-aws-network-firewall.html'],
});
