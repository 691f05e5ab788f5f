import { defineThreat } from '../../../../model/threat.ts';
import { judgeSetting } from '../../../judge-setting.ts';

export default defineThreat({
  title: 'Certificate for every name of a domain',
  statement: {
    source: 'attacker',
    prerequisites: 'who gets at one host or at its key',
    action: 'pass for every other host of the domain',
    impact: 'deception of callers of all its hosts',
  },
  stride: ['spoofing'],
  techniques: ['T1649'],
  weaknesses: ['CWE-1220'],
  controls: ['narrow-certificate'],
  likelihood: 1,
  impact: 1,
  howUsed:
    'The key of the smallest host, an old test server perhaps, is good for the sign-in page of the same domain. With it and a place in the network, or a taken-over sub-domain, the attacker passes for any of them.',
  howTested:
    'List certificates with aws acm list-certificates and see which carry a name with *. On each host, the certificate that is shown must name that host; one exported key must not open any other.',
  falsePositives: 'Names that are made on demand, one for each customer.',
  references: ['https://docs.aws.amazon.com/acm/latest/userguide/acm-concepts.html'],
  find: (element, { system }) =>
    judgeSetting(element, system, {
      setting: 'wildcardName',
      wanted: false,
      bad: 'it is good for every name of a domain',
      good: 'it names its hosts one by one',
      fix: {
        control: 'narrow-certificate',
        title: 'Name the hosts',
        property: 'DomainName and SubjectAlternativeNames',
        value: 'the names of the hosts that use it',
      },
    }),
});
