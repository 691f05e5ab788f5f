import { defineMove } from '../../../model/attack.ts';
import { dataArn } from '../../data-arn.ts';
import { instance } from '../instance.ts';
import { permittedTogether } from '../permitted-together.ts';
import { recoveriesOf } from '../recoveries.ts';
import { keyNeeds } from '../store-keys.ts';

export default defineMove({
  title: 'Encrypt objects with a key of one’s own',
  description:
    'The identity may read the objects of a bucket and write them again, encrypted with a key that only the attacker has; no earlier version is kept.',
  technique: 'T1486',
  actions: ['s3:GetObject', 's3:PutObject'],
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerSideEncryptionCustomerKeys.html'],
  cost: 2,
  *instances(ask) {
    const targets = ask.system.ofType('AWS::S3::Bucket');
    const besides = (bucket: (typeof targets)[number]) =>
      keyNeeds(ask, bucket, 'read')
        .filter(({ foreign }) => foreign === undefined)
        .map(({ wish }) => [
          { action: 's3:GetObject', on: bucket, resource: dataArn(bucket) },
          ...(wish === undefined ? [] : [wish]),
        ]);
    const question = { action: 's3:PutObject', targets, arn: dataArn };
    for (const { principal, target, items } of permittedTogether(ask, question, besides))
      for (const { guard, recovery } of recoveriesOf(ask, target)) {
        if (recovery.backups !== 'none') continue;
        yield* instance({
          needs: [{ kind: 'acts-as', principal: principal.id }],
          gives: { kind: 'destroys', resource: target.id },
          proof: items,
          guard,
        });
      }
  },
});
