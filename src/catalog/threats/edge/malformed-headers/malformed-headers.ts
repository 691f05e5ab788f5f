import { defineThreat } from '../../../../model/threat.ts';
import { judgeSetting } from '../../../judge-setting.ts';

export default defineThreat({
  title: 'Front door that hands on broken headers',
  statement: {
    source: 'attacker on the internet',
    prerequisites: 'who sends headers that servers read differently',
    action: 'smuggle a request past the front door',
    impact: 'answers meant for others, and requests that no filter has seen',
  },
  stride: ['tampering'],
  techniques: ['T1190'],
  weaknesses: ['CWE-20'],
  controls: ['malformed-headers-dropped'],
  likelihood: 1,
  impact: 2,
  howUsed:
    "Two length headers, or a header with odd spacing, make the front door and the server disagree on where a request ends. The rest of the attacker's request is then taken for the beginning of the next user's, with that user's session.",
  howTested:
    'Run a request smuggling test, such as the scanner of an intercepting proxy, against a test environment only. aws elbv2 describe-load-balancer-attributes must show routing.http.drop_invalid_header_fields.enabled true and a desync mitigation mode of defensive or strictest.',
  falsePositives: 'Targets that read headers exactly as the load balancer does.',
  references: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html',
  ],
  find: (element, { system }) =>
    judgeSetting(element, system, {
      setting: 'dropsMalformed',
      wanted: true,
      bad: 'it hands on headers that break the grammar of HTTP',
      good: 'it drops headers that break the grammar of HTTP',
      fix: {
        control: 'malformed-headers-dropped',
        title: 'Drop invalid headers',
        property: 'LoadBalancerAttributes',
        value: 'routing.http.drop_invalid_header_fields.enabled: true',
      },
    }),
});
