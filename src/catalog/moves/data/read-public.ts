import { defineMove } from '../../../model/attack.ts';
import { factAbout } from '../block.ts';
import { partUses, storesByAction } from '../data-stores.ts';
import { instance } from '../instance.ts';
import { openTo } from '../open-to.ts';

export default defineMove({
  title: 'Read data that is open to others',
  description: 'The store’s own policy lets anyone, any AWS account, or an account outside read its data.',
  technique: 'T1530',
  actions: [],
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html'],
  cost: 1,
  *instances(ask) {
    const whole = [...storesByAction(ask, 'read')].map(({ action, stores }) => ({ actions: [action], stores }));
    for (const { actions, stores } of [...whole, ...partUses(ask).read])
      for (const { resource, needs, proof, provided } of openTo(ask, { actions, resources: stores, way: 'read' })) {
        yield* instance({
          needs: [needs],
          gives: factAbout('reads', resource),
          proof,
          guard: resource.guard,
          ...(provided !== undefined && { provided }),
        });
      }
  },
});
