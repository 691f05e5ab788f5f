import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Web application firewall',
  description: 'Requests are matched against rules for known attacks before they reach the application.',
  kind: 'preventive',
  service: 'AWS WAF',
  howToAdd: 'Associate a web ACL that blocks: managed rule groups without a Count override, and a rate-based rule.',
  effort: 2,
  references: ['https://docs.aws.amazon.com/waf/latest/developerguide/what-is-aws-waf.html'],
});
