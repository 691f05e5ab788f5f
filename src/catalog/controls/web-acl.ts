import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Web application firewall',
  description: 'Requests are matched against rules for known attacks before they reach the application.',
  kind: 'preventive',
  service: 'AWS WAF',
  howToAdd: 'Associate a web ACL that blocks: managed rule groups without a Count override, and a rate-based rule.',
  effort: 2,
  inForce: 'A web ACL whose rules block is associated with the entry.',
  cost: 'usage',
  effects: [
    { technique: 'T1059', does: 'protect', score: 'partial', basis: 'ctid aws_web_application_firewall' },
    { technique: 'T1189', does: 'protect', score: 'significant', basis: 'ctid aws_web_application_firewall' },
    { technique: 'T1190', does: 'protect', score: 'significant', basis: 'ctid aws_web_application_firewall' },
  ],
  references: ['https://docs.aws.amazon.com/waf/latest/developerguide/what-is-aws-waf.html'],
});
