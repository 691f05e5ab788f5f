import { defineMove, type MoveBlock, type MoveInstance } from '../../../model/attack.ts';
import { isAlways } from '../../../model/guard.ts';
import type { Questions } from '../../../model/questions.ts';
import type { Resource } from '../../../model/resource.ts';
import { everyObjectArn } from '../../data-arn.ts';
import type { Going } from '../going.ts';
import { instance } from '../instance.ts';
import { recoveriesOf } from '../recoveries.ts';
import { blockOf, evenly, rightsOn } from '../rights.ts';
import { keyNeeds } from '../store-keys.ts';

export default defineMove({
  title: 'Encrypt objects with a key of one’s own',
  description:
    'Whoever reads the objects of a bucket and writes them again can encrypt them with a key that only he has; no earlier version is kept.',
  technique: 'T1486',
  actions: [],
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerSideEncryptionCustomerKeys.html'],
  cost: 2,
  *instances(ask) {
    yield* ofEveryObject(ask);
    for (const bucket of ask.system.ofType('AWS::S3::Bucket'))
      for (const { guard, recovery } of recoveriesOf(ask, bucket)) {
        if (recovery.backups !== 'none') continue;
        yield* instance({
          needs: [
            { kind: 'reads', resource: bucket.id },
            { kind: 'writes', resource: bucket.id },
          ],
          gives: { kind: 'destroys', resource: bucket.id },
          proof: [withoutVersions(bucket)],
          guard,
          provided: `some objects of ${bucket.address} can be both read and written`,
        });
      }
  },
});

/** Who may read and write all objects of a bucket, and needs no key for it, surely meets some that are there. */
function* ofEveryObject(ask: Questions): Generator<MoveBlock | MoveInstance> {
  const targets = ask.system.ofType('AWS::S3::Bucket');
  const besides = { principal: (): Going => ({ proof: [] }), target: (bucket: Resource) => stateOf(ask, bucket) };
  const evened = evenly(ask, { targets, besides });
  for (const rights of rightsOn(ask, ['s3:GetObject', 's3:PutObject'], { targets, arn: everyObjectArn }))
    if (rights.verdict === 'allow')
      for (const even of evened(rights)) yield* blockOf(ask, even, { kind: 'destroys', list: targets });
}

function stateOf(ask: Questions, bucket: Resource): Going | undefined {
  const [state, ...others] = recoveriesOf(ask, bucket);
  const isPlain = keyNeeds(ask, bucket, 'write').every((need) => need.wish === undefined && need.foreign === undefined);
  if (state?.recovery.backups !== 'none' || others.length > 0 || !isPlain) return undefined;
  return { proof: [withoutVersions(bucket)], ...(!isAlways(state.guard) && { guard: state.guard }) };
}

function withoutVersions({ id, address, origin }: Resource) {
  const note = `${address} keeps no earlier versions of its objects`;
  return { kind: 'setting', resource: id, property: '', note, origin } as const;
}
