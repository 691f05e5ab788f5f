import { casesOf, given } from '../../../../model/fact.ts';
import type { System } from '../../../../model/questions.ts';
import { defineThreat, type ThreatMatch } from '../../../../model/threat.ts';
import type { Software } from '../../../../model/workload.ts';
import { fixOf, judge, subjectOf } from '../../../threat-match.ts';

export default defineThreat({
  title: 'Software without security updates',
  statement: {
    source: 'anyone who can send requests to the software',
    prerequisites: 'who knows a flaw that was published after its last update',
    action: 'use the flaw',
    impact: 'whatever the flaw gives, up to running code in it',
  },
  stride: ['elevation-of-privilege', 'denial-of-service'],
  techniques: ['T1190'],
  weaknesses: ['CWE-1104', 'CWE-1395'],
  controls: ['supported-software'],
  likelihood: 3,
  impact: 3,
  howUsed:
    'Flaws found after the end of support are published and never mended, and working exploits are collected in public tools. Scanners recognize versions by banners and behaviour, so that the outdated ones are found without effort.',
  howTested:
    "List what runs (aws lambda list-functions, aws eks describe-cluster, aws rds describe-db-instances) and compare each version with AWS's table of support dates. Upgrade a copy first and run its tests; then nothing on the list may be past its date.",
  falsePositives: 'Software that somebody else is paid to update (extended support).',
  references: [
    'https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html#runtime-support-policy',
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/extended-support.html',
  ],
  *find(element, { system }) {
    const resource = subjectOf(element, system);
    if (resource === undefined) return;
    // What is not known (the software in an image) is told by the coverage, not once for every instance here.
    for (const { guard, fact } of casesOf(system.fact(resource.id, 'software'))) {
      if (fact.kind === 'unknown') continue;
      for (const software of fact.value) {
        yield* judge<Software>({
          fact: given(software, fact.origins, fact.assumes),
          guard,
          resource,
          key: software.product,
          bad: (found) => told(found, system),
          adjust: soon(software, system),
          fix: fixOf(resource, {
            control: 'supported-software',
            title: 'Move to a version that is supported',
            property: 'version or runtime',
            value: `a supported version instead of ${software.product}`,
          }),
        });
      }
    }
  },
});

/** An end nearer than this is worth planning for. */
const NOTICE_DAYS = 180;

function told({ product, endOfSupport }: Software, { asOf }: System): string | undefined {
  if (endOfSupport === undefined) return undefined;
  if (endOfSupport < asOf) return `support of ${product} ended on ${endOfSupport}`;
  return daysBetween(asOf, endOfSupport) <= NOTICE_DAYS ? `support of ${product} ends on ${endOfSupport}` : undefined;
}

function soon({ endOfSupport }: Software, { asOf }: System): NonNullable<ThreatMatch['adjust']> {
  return endOfSupport === undefined || endOfSupport < asOf
    ? []
    : [{ of: 'likelihood', by: -2, because: `it is supported until ${endOfSupport}` }];
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
