import { casesOf } from '../../../../model/fact.ts';
import type { Questions } from '../../../../model/questions.ts';
import type { Resource } from '../../../../model/resource.ts';
import { defineThreat, type ThreatMatch } from '../../../../model/threat.ts';
import { partOfFact } from '../../../combine-facts.ts';
import { fixOf, judge, subjectOf } from '../../../threat-match.ts';

export default defineThreat({
  title: 'Container with the rights of its host',
  statement: {
    source: 'anyone who runs code in the container',
    prerequisites: 'through a flaw of the application in it',
    action: 'leave the container and control its host',
    impact: 'use of all other containers on the host and of its role',
  },
  stride: ['elevation-of-privilege'],
  techniques: ['T1611'],
  weaknesses: ['CWE-250'],
  controls: ['unprivileged-container'],
  likelihood: 2,
  impact: 4,
  howUsed:
    "An attacker who comes into the container by a flaw of the application mounts the host's disk or loads a kernel module, which a privileged container may. From the host, the credentials of every other task on it can be read.",
  howTested:
    "In the container, try mount of the host's disk or ls /dev for its devices: both must fail. In the task definition or pod, privileged must be false, no host path may be mounted, and the user must not be root.",
  falsePositives: 'Agents that have to see the whole host, on hosts of their own.',
  references: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-tasks-containers.html'],
  *find(element, ask) {
    const resource = subjectOf(element, ask.system);
    if (resource === undefined) return;
    yield* judge<boolean>({
      fact: partOfFact(ask.system.fact(resource.id, 'workload'), ({ privileged }) => privileged),
      resource,
      bad: (privileged) =>
        privileged ? 'its containers are privileged or share the processes of the host' : undefined,
      whenUnknown: 'whether its containers are privileged',
      adjust: hostOf(ask, resource),
      fix: fixOf(resource, {
        control: 'unprivileged-container',
        title: 'Run the container without the rights of its host',
        property: isBuild(ask, resource) ? 'Environment.PrivilegedMode' : 'ContainerDefinitions.Privileged',
        value: 'false',
      }),
    });
  },
});

/** A host that AWS makes for one build and throws away is worth little. */
function hostOf(ask: Questions, resource: Resource): NonNullable<ThreatMatch['adjust']> {
  return isBuild(ask, resource)
    ? [{ of: 'impact', by: -2, because: 'the host is made for one build and thrown away after it' }]
    : [];
}

function isBuild({ system }: Questions, resource: Resource): boolean {
  return casesOf(system.fact(resource.id, 'runsAs')).some(
    ({ fact }) => fact.kind === 'known' && fact.value.some(({ service }) => service === 'codebuild.amazonaws.com'),
  );
}
