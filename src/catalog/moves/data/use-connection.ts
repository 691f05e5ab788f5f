import { defineMove, type MoveInstance } from '../../../model/attack.ts';
import type { Forward } from '../../../model/entry.ts';
import { casesOf } from '../../../model/fact.ts';
import { and, isPossible } from '../../../model/guard.ts';
import type { Questions } from '../../../model/questions.ts';
import type { Resource } from '../../../model/resource.ts';
import { instance } from '../instance.ts';
import { workloads } from '../workloads.ts';

/** Ways to show who one is that the connection itself carries: IAM rights are counted where they are granted. */
const carried: ReadonlySet<string> = new Set(['password', 'network', 'none']);

export default defineMove({
  title: 'Use the workload’s connection to a data store',
  description:
    'The workload is set up to use a database or cache: code in it finds address and credentials there and reads or changes the data.',
  technique: 'T1213.006',
  actions: [],
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.html'],
  cost: 2,
  *instances(ask) {
    for (const workload of workloads(ask)) for (const use of usesOf(ask, workload)) yield* used(ask, use);
  },
});

function usesOf(ask: Questions, workload: Resource): readonly Use[] {
  return casesOf(ask.system.fact(workload.id, 'forwards')).flatMap(({ guard, fact }) =>
    fact.kind === 'unknown'
      ? []
      : fact.value.filter(isConnection).flatMap((forward) =>
          ask.system.resolve(forward.to, workload.id).flatMap((end) => {
            const both = and(guard, end.guard, workload.guard);
            return end.kind === 'resource' && isPossible(both)
              ? [{ workload, store: end.resource, forward, guard: both }]
              : [];
          }),
        ),
  );
}

function isConnection({ kind, from, authentication }: Forward): boolean {
  return kind === 'data' && from === undefined && carried.has(authentication);
}

interface Use {
  readonly workload: Resource;
  readonly store: Resource;
  readonly forward: Forward;
  readonly guard: MoveInstance['guard'];
}

function* used(ask: Questions, { workload, store, forward, guard }: Use): Generator<MoveInstance> {
  const connection = ask.reach.connect(
    { kind: 'resource', resource: workload.id },
    { kind: 'resource', resource: store.id },
    forward.port ?? undefined,
  );
  if (connection.verdict !== 'open') return;
  for (const kind of ['reads', 'writes'] as const)
    yield* instance({
      needs: [{ kind: 'runs-code', resource: workload.id }],
      gives: { kind, resource: store.id },
      proof: [
        { kind: 'reachable', from: workload.id, to: store.id, hops: connection.through },
        { kind: 'setting', resource: store.id, property: '', note: forward.because, origin: forward.origin },
      ],
      guard: and(guard, connection.guard),
      provided: `${workload.address} holds credentials for ${store.address}`,
    });
}
