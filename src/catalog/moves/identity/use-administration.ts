import { type AttackFact, defineMove, type MoveInstance } from '../../../model/attack.ts';
import type { Questions } from '../../../model/questions.ts';
import type { Resource } from '../../../model/resource.ts';
import { accountKey } from '../administrators.ts';
import { dataStores } from '../data-stores.ts';
import { instance } from '../instance.ts';
import { workloads } from '../workloads.ts';

export default defineMove({
  title: 'Use the rights of an administrator',
  description:
    'Whoever administrates an account can take every identity in it and run code in every workload, and read and change all data.',
  technique: 'T1098.003',
  actions: [],
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/getting-started-account-iam.html'],
  cost: 1,
  *instances(ask) {
    for (const principal of ask.access.principals()) {
      yield* given(ask, principal, { kind: 'acts-as', principal: principal.id });
    }
    for (const store of dataStores(ask)) {
      yield* given(ask, store, { kind: 'reads', resource: store.id });
      yield* given(ask, store, { kind: 'writes', resource: store.id });
    }
    for (const workload of workloads(ask)) {
      yield* given(ask, workload, { kind: 'runs-code', resource: workload.id });
    }
  },
});

function given(ask: Questions, resource: Resource, gives: AttackFact): readonly MoveInstance[] {
  const note = `${resource.address} belongs to the account`;
  return instance({
    needs: [{ kind: 'administrates', account: accountKey(ask, resource) }],
    gives,
    proof: [{ kind: 'setting', resource: resource.id, property: '', note, origin: resource.origin }],
    guard: resource.guard,
  });
}
