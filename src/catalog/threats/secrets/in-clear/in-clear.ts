import { casesOf } from '../../../../model/fact.ts';
import { defineThreat } from '../../../../model/threat.ts';
import { fixOf, keyUnder, subjectOf } from '../../../threat-match.ts';

export default defineThreat({
  title: 'Secret that stands in clear in the configuration',
  statement: {
    source: 'person who can read the repository, the template or the configuration of the resource',
    prerequisites: 'with read-only access',
    action: 'take the secret and sign in with it',
    impact: 'access to everything that the secret opens',
  },
  stride: ['information-disclosure', 'spoofing'],
  techniques: ['T1552.001', 'T1078'],
  weaknesses: ['CWE-798', 'CWE-312'],
  controls: ['secrets-manager'],
  likelihood: 3,
  impact: 4,
  howUsed:
    'Repositories are cloned, templates are shown by cloudformation:GetTemplate, environment variables by lambda:GetFunctionConfiguration. Scanners look for the shapes of keys in all of them, and history keeps what was removed.',
  howTested:
    'Run a secret scanner over the repository with its history, and read the configuration with a read-only role: no value may be usable. Change the secret that was found, since it must count as known.',
  falsePositives: 'A value that is named like a secret and is none, such as the name of a parameter.',
  references: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html',
    'https://docs.aws.amazon.com/secretsmanager/latest/userguide/best-practices.html',
  ],
  *find(element, { system }) {
    const resource = subjectOf(element, system);
    if (resource === undefined) return;
    for (const { guard, fact } of casesOf(system.fact(resource.id, 'secretsInClear'))) {
      const fix = (name: string) =>
        fixOf(resource, {
          control: 'secrets-manager',
          title: 'Keep the secret in Secrets Manager and rotate it',
          property: name,
          value:
            'a dynamic reference {{resolve:secretsmanager:…}} or the name of the secret; change the secret as well',
        });
      if (fact.kind === 'unknown') {
        const evidence = { note: fact.reason, origin: fact.origins[0] ?? resource.origin };
        const { settledBy } = fact;
        const key = keyUnder('', guard);
        yield { key, guard, status: 'unknown', evidence: [evidence], controls: [], settledBy, fix: fix('secrets') };
        continue;
      }
      for (const { name, where, origin } of fact.value) {
        yield {
          key: keyUnder(name, guard),
          guard,
          status: 'open',
          evidence: [{ note: `${name} stands in clear (${where})`, origin }],
          controls: [],
          fix: fix(name),
        };
      }
    }
  },
});
