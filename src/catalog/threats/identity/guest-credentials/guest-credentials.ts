import type { Authentication } from '../../../../model/entry.ts';
import { casesOf } from '../../../../model/fact.ts';
import { defineThreat } from '../../../../model/threat.ts';
import { fixOf, judge, subjectOf } from '../../../threat-match.ts';

export default defineThreat({
  title: 'AWS credentials for whoever asks',
  statement: {
    source: 'anyone on the internet',
    prerequisites: 'who finds the id of the pool in the application',
    action: 'ask for AWS credentials without signing in',
    impact: 'use of all rights of the role for guests',
  },
  stride: ['spoofing', 'elevation-of-privilege'],
  techniques: ['T1078.004', 'T1528'],
  weaknesses: ['CWE-306'],
  controls: ['authentication'],
  likelihood: 3,
  impact: 3,
  howUsed:
    'The id of an identity pool stands in the JavaScript of the page. Two unsigned calls, GetId and GetCredentialsForIdentity, give real AWS credentials, which attackers then try on buckets, tables and functions.',
  howTested:
    'Make both calls with aws cognito-identity --no-sign-request. Either they fail, or the credentials that come back must be refused everything but what every visitor may do; enumerate a few services with them to see.',
  falsePositives: 'Guests whose role may do one harmless thing, such as sending usage statistics.',
  references: ['https://docs.aws.amazon.com/cognito/latest/developerguide/identity-pools.html'],
  *find(element, { system }) {
    const resource = subjectOf(element, system);
    // What hands out identities; ways in of workloads are judged as such.
    if (resource === undefined || element.kind !== 'identity') return;
    for (const { guard, fact } of casesOf(system.fact(resource.id, 'endpoints'))) {
      if (fact.kind === 'unknown') continue;
      for (const { authentication, origin } of fact.value) {
        yield* judge<Authentication>({
          fact: authentication,
          guard,
          origin,
          resource,
          bad: (how) => (how === 'none' ? 'it gives credentials to guests who have not signed in' : undefined),
          whenUnknown: 'whether guests get credentials',
          fix: fixOf(resource, {
            control: 'authentication',
            title: 'Give credentials to signed-in users only',
            property: 'AllowUnauthenticatedIdentities',
            value: 'false',
          }),
        });
      }
    }
  },
});
