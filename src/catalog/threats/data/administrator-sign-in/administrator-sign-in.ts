import { casesOf } from '../../../../model/fact.ts';
import { defineThreat } from '../../../../model/threat.ts';
import { fixOf, judge, subjectOf } from '../../../threat-match.ts';

export default defineThreat({
  title: 'Program that signs in as the database administrator',
  statement: {
    source: 'attacker who controls the program, its configuration or its connection',
    prerequisites: 'and with it the sign-in of the administrator',
    action: 'read, change and delete everything in the database and grant rights to others',
    impact: 'loss and disclosure of all records where reading some was needed',
  },
  stride: ['elevation-of-privilege', 'spoofing'],
  techniques: ['T1078', 'T1213.006'],
  weaknesses: ['CWE-250'],
  controls: ['least-privilege-database-user'],
  likelihood: 2,
  impact: 3,
  howUsed:
    'Whoever comes into the program, by a flaw or through its environment variables, finds the sign-in of the database administrator. One injected statement then drops tables, reads other schemas, or makes users that stay after the program is mended.',
  howTested:
    'Sign in as the program does and try what it never needs: create a user, read a table of another application, drop a test table. Each must be refused. In PostgreSQL \\du, in MySQL SHOW GRANTS tells what it has.',
  falsePositives: 'A migration of the whole server that runs once and is then removed.',
  references: [
    'https://docs.aws.amazon.com/dms/latest/userguide/CHAP_BestPractices.html',
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.MasterAccounts.html',
  ],
  *find(element, { system }) {
    const resource = subjectOf(element, system);
    if (resource === undefined) return;
    for (const { guard, fact } of casesOf(system.fact(resource.id, 'settings'))) {
      if (fact.kind === 'unknown' || fact.value.administratorSignIn === undefined) continue;
      yield* judge({
        fact: fact.value.administratorSignIn,
        guard,
        resource,
        bad: (administrator) =>
          administrator ? "it signs in as the database's first user, who may do everything" : undefined,
        closedBy: () => ({ control: 'least-privilege-database-user', note: 'it signs in as a user of its own' }),
        fix: fixOf(resource, {
          control: 'least-privilege-database-user',
          title: 'Sign in as a user with the rights needed',
          property: 'Username',
          value: 'a user that may read what is copied and nothing else',
        }),
      });
    }
  },
});
