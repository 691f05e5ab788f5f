import { defineThreat } from '../../../../model/threat.ts';
import { shownSecrets } from '../../../shown-secrets.ts';
import { fixOf, keyUnder } from '../../../threat-match.ts';

export default defineThreat({
  title: 'Secret that the deployed configuration shows',
  statement: {
    source: 'person or program that may read configuration and nothing else',
    prerequisites: 'or that runs on the same host',
    action: 'read the secret out of environment variables or user data, where the deployment put it',
    impact: 'access to everything that the secret opens',
  },
  stride: ['information-disclosure', 'spoofing'],
  techniques: ['T1552.001', 'T1552.005'],
  weaknesses: ['CWE-522'],
  controls: ['secrets-manager'],
  likelihood: 2,
  impact: 3,
  howUsed:
    'Read-only roles are given freely, to auditors, tools and dashboards. They may read environment variables, user data and task definitions, and with them the secret that deployment resolved into plain text.',
  howTested:
    'With a read-only role, aws lambda get-function-configuration, ecs describe-task-definition or ec2 describe-instance-attribute --attribute userData must show a reference and no value.',
  falsePositives:
    'Nobody but those who may know the secret may read the configuration, and it is encrypted with a key of its own.',
  references: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-secretsmanager.html',
    'https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html',
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-add-user-data.html',
  ],
  *find(element, { system }) {
    const reported = new Set<string>();
    for (const id of element.resources) {
      const resource = system.resource(id);
      if (resource === undefined) continue;
      for (const { name, where, from, guard, origin } of shownSecrets(resource)) {
        const key = keyUnder(name, guard);
        if (reported.has(key)) continue;
        reported.add(key);
        yield {
          key,
          guard,
          status: 'open',
          evidence: [{ note: `deployment writes ${from} into ${where} (${name}), which AWS shows in clear`, origin }],
          controls: [],
          fix: fixOf(resource, {
            control: 'secrets-manager',
            title: 'Have the code fetch the secret when it starts',
            property: name,
            value: 'the ARN of the secret, which the code or the container agent reads with its own role',
          }),
        };
      }
    }
  },
});
