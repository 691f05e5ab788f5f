import { defineMove, type MoveInstance } from '../../../model/attack.ts';
import { and } from '../../../model/guard.ts';
import type { Questions } from '../../../model/questions.ts';
import type { Resource } from '../../../model/resource.ts';
import { rolesOf } from '../../roles-of.ts';
import { factAbout } from '../block.ts';
import { type Fetch, fetchedAs, fetchedBySome, fetchedCode } from '../fetched-code.ts';
import { together } from '../going.ts';
import { instance } from '../instance.ts';
import { byWorkload } from '../sessions.ts';
import { type UsedImage, usedImages } from '../used-images.ts';
import { workloads } from '../workloads.ts';

export default defineMove({
  title: 'Replace the code where it is fetched from',
  description:
    'What the workload runs is fetched from a bucket or repository by a name that does not fix its content: whoever writes that object or image decides what runs next.',
  technique: 'T1525',
  actions: [],
  references: [
    'https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_appsec_precommit_static_analysis.html',
  ],
  cost: 2,
  *instances(ask) {
    const code = new Set(workloads(ask));
    for (const used of usedImages(ask)) yield* imaged(used);
    for (const fetch of fetchedCode(ask)) yield* fetched(ask, fetch, code);
  },
});

/** The object comes to run, acts as the role of what it instructs, or is what a thing is made of that others run. */
function fetched(ask: Questions, fetch: Fetch, code: ReadonlySet<Resource>): readonly MoveInstance[] {
  const { by, holder, as, place } = fetch;
  if (!code.has(by) && by.type !== 'AWS::Lambda::LayerVersion') return instructed(ask, fetch);
  const read = as === 'role' ? fetchedBySome(ask, by, place) : [];
  if (read === undefined) return [];
  const told = [by, ...(holder === by ? [] : [holder])].map((one) => taking(one, fetch));
  return instance({
    ...startOf(fetch),
    gives: { kind: code.has(by) ? 'runs-code' : 'writes', resource: by.id },
    proof: [...told, ...read],
  });
}

/** What a thing without code of its own does next by the object, it does as its role. */
function instructed(ask: Questions, fetch: Fetch): readonly MoveInstance[] {
  const { by, holder, as, place } = fetch;
  return rolesOf(ask.system, by.id).flatMap(({ role, guard }) => {
    const read = as === 'role' ? fetchedAs(ask, role, place) : [];
    if (read === undefined) return [];
    const runs = { kind: 'runs-as', workload: by.id, role: role.id, origin: by.origin } as const;
    const start = startOf(fetch);
    return instance({
      ...start,
      gives: { kind: 'acts-as', principal: role.id, session: byWorkload(by.id) },
      proof: [...[by, ...(holder === by ? [] : [holder])].map((one) => taking(one, fetch)), runs, ...read],
      guard: and(start.guard, guard),
    });
  });
}

function startOf({ place, provided, guard }: Fetch) {
  const { provided: open } = together(
    { proof: [], provided },
    { proof: [], ...(place.provided !== undefined && { provided: place.provided }) },
  );
  return {
    needs: [{ kind: 'writes', resource: place.bucket.id, part: place.part }],
    guard,
    ...(open !== undefined && { provided: open }),
  } as const;
}

function taking({ id, address }: Resource, { place, origin }: Fetch) {
  const note = `${address} takes its code from ${place.bucket.address}`;
  return { kind: 'setting', resource: id, property: '', note, origin } as const;
}

/** The tag is moved to another image. */
function imaged({ by, image, guard, origin }: UsedImage): readonly MoveInstance[] {
  const note = `${by.address} takes its code from ${image.address}`;
  return instance({
    needs: [factAbout('writes', image)],
    gives: { kind: 'runs-code', resource: by.id },
    proof: [{ kind: 'setting', resource: by.id, property: '', note, origin }],
    guard,
    provided: `${by.address} is deployed or started again`,
  });
}
