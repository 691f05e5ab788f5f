import { defineMove } from '../../../model/attack.ts';
import { factAbout } from '../block.ts';
import { partUses, storesByAction } from '../data-stores.ts';
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
    const whole = [...storesByAction(ask, 'write')].map(({ action, stores }) => ({ actions: [action], stores }));
    for (const { actions, stores } of [...whole, ...partUses(ask).write])
      for (const { resource, needs, proof, provided } of openTo(ask, { actions, resources: stores, way: 'write' })) {
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
