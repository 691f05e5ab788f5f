import { defineMove } from '../../../model/attack.ts';
import { factAbout } from '../block.ts';
import { storesByAction } from '../data-stores.ts';
import { instance } from '../instance.ts';
import { openTo } from '../open-to.ts';

export default defineMove({
  title: 'Change data that is open to others',
  description: 'The store’s own policy lets anyone, any AWS account, or an account outside change its data.',
  technique: 'T1485',
  actions: [],
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html'],
  cost: 1,
  *instances(ask) {
    for (const { action, stores } of storesByAction(ask, 'write'))
      for (const { resource, needs, proof, provided } of openTo(ask, action, stores, 'write')) {
        yield* instance({
          needs: [needs],
          gives: factAbout('writes', resource),
          proof,
          guard: resource.guard,
          ...(provided !== undefined && { provided }),
        });
      }
  },
});
