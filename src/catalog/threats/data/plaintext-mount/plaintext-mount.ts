import { casesOf } from '../../../../model/fact.ts';
import { defineThreat } from '../../../../model/threat.ts';
import { describeValue } from '../../../describe-value.ts';
import { fixOf, judge, subjectOf } from '../../../threat-match.ts';

export default defineThreat({
  title: 'Storage mounted in plain text',
  statement: {
    source: 'attacker or insider',
    prerequisites: 'who can listen in the network between a task and its storage',
    action: 'read and change files on their way',
    impact: 'disclosure and change of the files',
  },
  stride: ['information-disclosure', 'tampering'],
  techniques: ['T1040'],
  weaknesses: ['CWE-319'],
  controls: ['tls-required'],
  likelihood: 1,
  impact: 2,
  howUsed:
    'NFS without TLS shows file names and contents to whoever sees the packets, and lets him change them. A compromised container on the same host or a mirrored interface is such a place.',
  howTested:
    'On the client, mount must list 127.0.0.1 as the server with the TLS tunnel of the EFS helper, or the task definition must say transitEncryption ENABLED. A file system policy that denies aws:SecureTransport false must refuse a plain mount.',
  falsePositives: 'Storage that holds nothing of value.',
  references: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/efs-volumes.html'],
  *find(element, { system }) {
    const resource = subjectOf(element, system);
    if (resource === undefined) return;
    for (const id of element.resources) {
      for (const { guard, fact } of casesOf(system.fact(id, 'forwards'))) {
        if (fact.kind === 'unknown') continue;
        for (const forward of fact.value.filter(({ protocol }) => protocol === 'nfs')) {
          const to = describeValue(forward.to);
          yield* judge<boolean>({
            fact: forward.encrypted,
            guard,
            resource,
            origin: forward.origin,
            key: `to ${to}`,
            bad: (encrypted) => (encrypted ? undefined : `it mounts ${to} without encryption on the way`),
            closedBy: () => ({ control: 'tls-required', note: `it mounts ${to} over TLS` }),
            whenUnknown: false,
            fix: fixOf(resource, {
              control: 'tls-required',
              at: 'tls-to-storage',
              title: 'Mount it over TLS',
              property: 'TransitEncryption of the volume',
              value: 'ENABLED',
            }),
          });
        }
      }
    }
  },
});
