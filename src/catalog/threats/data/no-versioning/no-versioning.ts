import { casesOf } from '../../../../model/fact.ts';
import type { Questions } from '../../../../model/questions.ts';
import type { Resource } from '../../../../model/resource.ts';
import { defineThreat, type ThreatMatch } from '../../../../model/threat.ts';
import { mayDelete } from '../../../may-delete.ts';
import { fixOf, judge, subjectOf } from '../../../threat-match.ts';

export default defineThreat({
  title: 'Objects that can be overwritten or deleted for good',
  statement: {
    source: 'person or program with write access, or an operator by mistake',
    prerequisites: 'who replaces or deletes objects',
    action: 'destroy or change content without a trace to go back to',
    impact: 'loss of objects, or false ones taken for true',
  },
  stride: ['tampering', 'denial-of-service'],
  techniques: ['T1485', 'T1486', 'T1490'],
  weaknesses: ['CWE-693'],
  controls: ['versioning', 'object-lock', 'backup'],
  likelihood: 2,
  impact: 3,
  howUsed:
    'Ransom notes in buckets follow a pattern: list the objects, overwrite each with an encrypted copy, or delete it, and leave a file with an address. Where versions are kept the originals are still there.',
  howTested:
    'Put an object, overwrite it, delete it, and bring the first content back with aws s3api list-object-versions and get-object --version-id. All three steps must be possible for the people who restore, and deleting versions must not be possible for those who write.',
  falsePositives: 'Content that is built again from elsewhere, such as temporary files and artifacts of a pipeline.',
  references: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html',
  ],
  *find(element, ask) {
    const resource = subjectOf(element, ask.system);
    if (resource === undefined) return;
    const holds = casesOf(ask.system.fact(resource.id, 'holds'));
    if (!holds.some(({ fact }) => fact.kind === 'known' && fact.value.what === 'objects')) return;
    yield* judge({
      fact: ask.system.fact(resource.id, 'recovery'),
      resource,
      bad: ({ backups }) => (backups === 'none' ? 'earlier versions of objects are not kept' : undefined),
      closedBy: ({ backups }) =>
        backups === 'none' || backups === 'unsupported'
          ? undefined
          : { control: backups === 'versions' ? 'versioning' : 'backup', note: `${backups} are kept` },
      ...adjusted(resource, ask),
      fix: fixOf(resource, {
        control: 'versioning',
        title: 'Keep earlier versions',
        property: 'VersioningConfiguration.Status',
        value: 'Enabled, with a lifecycle rule for old versions',
      }),
    });
  },
});

/** Who in the input may delete makes it more than a mistake of an operator. */
function adjusted(resource: Resource, ask: Questions): Pick<ThreatMatch, 'adjust'> {
  const deleter = mayDelete(ask, resource);
  if (deleter === undefined) return {};
  const because = `${deleter.principal.address} may ${deleter.action} on it`;
  return { adjust: [{ of: 'likelihood', by: 1, because }] };
}
