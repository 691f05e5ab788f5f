import type { Protection } from '../../../../model/dimension.ts';
import { bindFact, type Fact } from '../../../../model/fact.ts';
import { defineThreat } from '../../../../model/threat.ts';
import { anyTrue } from '../../../combine-facts.ts';
import { fixOf, judge, subjectOf } from '../../../threat-match.ts';
import { waysIn } from '../../../ways-in.ts';

// type: only distributions add headers to every answer by a setting; elsewhere the application's code does it
const servesBrowsers = 'AWS::CloudFront::Distribution';

export default defineThreat({
  title: 'Pages without security headers',
  statement: {
    source: 'attacker who gets a visitor to open a page',
    prerequisites: 'of his own, or with content that he could place',
    action: 'frame the site, run script in it, or hold the visitor to plain HTTP',
    impact: 'actions and disclosure in the name of the visitor',
  },
  stride: ['spoofing', 'information-disclosure', 'tampering'],
  techniques: ['T1189', 'T1539'],
  weaknesses: ['CWE-693'],
  controls: ['security-headers'],
  likelihood: 1,
  impact: 2,
  howUsed:
    "Without a content security policy, a script that an attacker gets into a page runs with the visitor's session. Without HSTS the first visit can be held to plain HTTP, and without a frame policy the page can be laid under a decoy.",
  howTested:
    'curl -sI https://HOST must show Strict-Transport-Security, Content-Security-Policy, X-Content-Type-Options and a frame policy, on error pages as well. Put the page into an iframe on another origin: it must not be drawn.',
  falsePositives: 'The origin sends the headers itself, or no browser is ever served.',
  references: ['https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/adding-response-headers.html'],
  *find(element, { system, reach }) {
    const resource = subjectOf(element, system);
    if (resource?.type !== servesBrowsers || waysIn(reach, resource.id).direct?.verdict !== 'open') return;
    yield* judge({
      fact: headersInForce(system.fact(resource.id, 'protections')),
      resource,
      bad: (sent) => (sent ? undefined : 'no response headers policy adds security headers'),
      closedBy: () => ({ control: 'security-headers', note: 'a response headers policy adds security headers' }),
      fix: fixOf(resource, {
        control: 'security-headers',
        title: 'Add security headers to answers',
        property: 'DistributionConfig.DefaultCacheBehavior.ResponseHeadersPolicyId',
        value:
          'a policy with Strict-Transport-Security and Content-Security-Policy, such as Managed-SecurityHeadersPolicy',
      }),
    });
  },
});

function headersInForce(protections: Fact<readonly Protection[]>): Fact<boolean> {
  return bindFact(protections, (all) =>
    anyTrue(all.filter(({ control }) => control === 'security-headers').map(({ inForce }) => inForce)),
  );
}
