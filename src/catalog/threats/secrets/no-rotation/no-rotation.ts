import { casesOf } from '../../../../model/fact.ts';
import { defineThreat } from '../../../../model/threat.ts';
import { fixOf, judge, subjectOf } from '../../../threat-match.ts';

export default defineThreat({
  title: 'Secret that is never changed',
  statement: {
    source: 'person who once had or found the secret',
    prerequisites: 'long after access should have ended',
    action: 'go on signing in with it',
    impact: 'access that nobody notices and nothing ends',
  },
  stride: ['spoofing'],
  techniques: ['T1078', 'T1555.006'],
  weaknesses: ['CWE-262', 'CWE-324'],
  controls: ['secret-rotation'],
  likelihood: 1,
  impact: 3,
  howUsed:
    'Secrets leak slowly: in a chat, a screenshot, a copy of a database. One that never changes is good for whoever finds it years later.',
  howTested:
    'aws secretsmanager rotate-secret in a test environment, then connect: the program must go on with the new value and the old one must be refused. LastRotatedDate in describe-secret must be within the period.',
  falsePositives: 'Secrets of others that their owner changes, and passwords that RDS manages itself.',
  references: ['https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets.html'],
  *find(element, { system }) {
    const resource = subjectOf(element, system);
    if (resource === undefined) return;
    for (const { guard, fact } of casesOf(system.fact(resource.id, 'settings'))) {
      if (fact.kind === 'unknown' || fact.value.secretRotation === undefined) continue;
      yield* judge({
        fact: fact.value.secretRotation,
        guard,
        resource,
        bad: (rotated) => (rotated ? undefined : 'no rotation is scheduled for it'),
        closedBy: () => ({ control: 'secret-rotation', note: 'it is rotated on a schedule' }),
        fix: fixOf(resource, {
          control: 'secret-rotation',
          title: 'Rotate the secret on a schedule',
          property: 'rotation schedule',
          value: 'a rotation schedule with a function of the service, or a secret that the service manages',
        }),
      });
    }
  },
});
