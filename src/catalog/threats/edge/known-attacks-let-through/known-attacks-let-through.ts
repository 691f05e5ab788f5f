import { defineThreat } from '../../../../model/threat.ts';
import { judgeSetting } from '../../../judge-setting.ts';

export default defineThreat({
  title: 'Web ACL that does not know known attacks',
  statement: {
    source: 'attacker on the internet',
    prerequisites: 'who sends a known exploit, such as that of Log4j',
    action: 'reach the application with it',
    impact: 'control of the application where it has the flaw',
  },
  stride: ['tampering'],
  techniques: ['T1190'],
  weaknesses: ['CWE-20', 'CWE-693'],
  controls: ['web-acl'],
  likelihood: 1,
  impact: 2,
  howUsed:
    'Exploit kits send known requests, such as lookups for Log4j or serialized objects, to every address on the internet within hours of publication. Rules that only limit rates or countries let all of them pass.',
  howTested:
    'Send a harmless probe, such as a header with a JNDI lookup of ldap://example.invalid/a, to a test host behind the web ACL. It must answer 403, and the request must appear in the sampled requests of the rule group that knows it.',
  falsePositives: 'Applications that are patched at once, or rules of a partner that know the same attacks.',
  references: ['https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-baseline.html'],
  find: (element, { system }) =>
    judgeSetting(element, system, {
      setting: 'blocksKnownAttacks',
      wanted: true,
      bad: 'no rule of it stops requests that carry known exploits',
      good: 'a managed rule group stops requests that carry known exploits',
      fix: {
        control: 'web-acl',
        title: 'Add the managed rules for known bad inputs',
        property: 'Rules',
        value: 'AWSManagedRulesKnownBadInputsRuleSet, without overriding it to count',
      },
    }),
});
