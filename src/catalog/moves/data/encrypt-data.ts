import { defineMove } from '../../../model/attack.ts';
import { instance } from '../instance.ts';
import { recoveriesOf } from '../recoveries.ts';

export default defineMove({
  title: 'Encrypt objects with a key of one’s own',
  description:
    'Whoever reads the objects of a bucket and writes them again can encrypt them with a key that only he has; no earlier version is kept.',
  technique: 'T1486',
  actions: [],
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerSideEncryptionCustomerKeys.html'],
  cost: 2,
  *instances(ask) {
    for (const bucket of ask.system.ofType('AWS::S3::Bucket'))
      for (const { guard, recovery } of recoveriesOf(ask, bucket)) {
        if (recovery.backups !== 'none') continue;
        const note = `${bucket.address} keeps no earlier versions of its objects`;
        yield* instance({
          needs: [
            { kind: 'reads', resource: bucket.id },
            { kind: 'writes', resource: bucket.id },
          ],
          gives: { kind: 'destroys', resource: bucket.id },
          proof: [{ kind: 'setting', resource: bucket.id, property: '', note, origin: bucket.origin }],
          guard,
        });
      }
  },
});
