import { defineMove, type MoveInstance } from '../../../model/attack.ts';
import type { CodeSource } from '../../../model/dimension.ts';
import { casesOf } from '../../../model/fact.ts';
import { and, type Guard } from '../../../model/guard.ts';
import type { Questions } from '../../../model/questions.ts';
import type { Resource } from '../../../model/resource.ts';
import { descend } from '../../answer.ts';
import { codeLocations } from '../../data/code-locations.ts';
import { rolesOf } from '../../roles-of.ts';
import { fetchedAtStart } from '../fetched-scripts.ts';
import { instance } from '../instance.ts';
import { bucketsNamed } from '../named-buckets.ts';
import { repositoriesNamed } from '../named-repositories.ts';
import { byWorkload } from '../sessions.ts';
import { workloads } from '../workloads.ts';

export default defineMove({
  title: 'Replace the code where it is fetched from',
  description:
    'What the workload runs is fetched from a bucket or repository by a name that does not fix its content: whoever writes there decides what runs next.',
  technique: 'T1525',
  actions: [],
  references: [
    'https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_appsec_precommit_static_analysis.html',
  ],
  cost: 2,
  *instances(ask) {
    for (const workload of workloads(ask)) {
      for (const { fact } of casesOf(ask.system.fact(workload.id, 'workload'))) {
        if (fact.kind === 'unknown') continue;
        for (const code of fact.value.code) if (!code.pinned) yield* replaced(ask, workload, code);
      }
      for (const { bucket, origin } of fetchedAtStart(ask, workload)) yield* startedWith(workload, bucket, origin);
    }
    for (const [type, paths] of Object.entries(codeLocations))
      for (const thing of ask.system.ofType(type)) yield* instructed(ask, thing, paths);
  },
});

interface Store {
  readonly resource: Resource;
  readonly guard: Guard;
}

function replaced(ask: Questions, workload: Resource, code: CodeSource): readonly MoveInstance[] {
  return storesOf(ask, workload, code)
    .filter(({ resource }) => !keepsTags(ask, resource))
    .flatMap((store) =>
      instance({
        needs: [{ kind: 'writes', resource: store.resource.id }],
        gives: { kind: 'runs-code', resource: workload.id },
        proof: [fetching(workload, store.resource, code.origin)],
        guard: and(workload.guard, store.guard),
        provided: `${workload.address} is deployed or started again`,
      }),
    );
}

/** Most of what a start script fetches it runs, or installs. */
function startedWith(workload: Resource, bucket: Resource, origin: Resource['origin']): readonly MoveInstance[] {
  return instance({
    needs: [{ kind: 'writes', resource: bucket.id }],
    gives: { kind: 'runs-code', resource: workload.id },
    proof: [fetching(workload, bucket, origin)],
    guard: and(workload.guard, bucket.guard),
    provided: `${workload.address} is started again, and what it fetches then runs`,
  });
}

function fetching({ id, address }: Resource, store: Resource, origin: Resource['origin']) {
  const note = `${address} takes its code from ${store.address}`;
  return { kind: 'setting', resource: id, property: '', note, origin } as const;
}

/** What a thing without knowledge in depth runs or does next, it does as its role. */
function* instructed(ask: Questions, thing: Resource, paths: readonly string[]): Generator<MoveInstance> {
  for (const path of paths) {
    const value = descend(thing.properties, path.split('.'));
    if (value === undefined) continue;
    for (const store of bucketsNamed(ask, value, thing.id))
      for (const { role, guard } of rolesOf(ask.system, thing.id))
        yield* instance({
          needs: [{ kind: 'writes', resource: store.resource.id }],
          gives: { kind: 'acts-as', principal: role.id, session: byWorkload(thing.id) },
          proof: [
            fetching(thing, store.resource, value.origin),
            { kind: 'runs-as', workload: thing.id, role: role.id, origin: thing.origin },
          ],
          guard: and(thing.guard, store.guard, guard),
          provided: `${thing.address} runs or is deployed again`,
        });
  }
}

/** Where tags cannot be moved, the one in use names the same image for ever. */
function keepsTags(ask: Questions, store: Resource): boolean {
  const cases = casesOf(ask.system.fact(store.id, 'settings')).flatMap(({ fact }) =>
    fact.kind === 'known' && fact.value.tagImmutability !== undefined ? casesOf(fact.value.tagImmutability) : [],
  );
  return cases.length > 0 && cases.every(({ fact }) => fact.kind === 'known' && fact.value);
}

function storesOf(ask: Questions, workload: Resource, { bucket, location, origin }: CodeSource): readonly Store[] {
  if (bucket !== undefined) return ask.system.resolve(bucket, workload.id).filter((end) => end.kind === 'resource');
  if (location === undefined) return [];
  const value = { kind: 'text', text: location, origin } as const;
  const repositories = repositoriesNamed(ask, location).map((resource) => ({ resource, guard: resource.guard }));
  return [...repositories, ...bucketsNamed(ask, value, workload.id)];
}
