import { type AttackFact, defineMove, type MoveInstance } from '../../../model/attack.ts';
import { casesOf } from '../../../model/fact.ts';
import { and, isPossible } from '../../../model/guard.ts';
import type { ResourceId } from '../../../model/id.ts';
import type { Questions } from '../../../model/questions.ts';
import type { Resource } from '../../../model/resource.ts';
import { type Finding, findings } from '../findings.ts';
import { instance } from '../instance.ts';
import { mouldsOf } from '../kept-values.ts';
import { workloads } from '../workloads.ts';

export default defineMove({
  title: 'Look for secrets where the code runs',
  description:
    'Code in a workload reads its own environment variables, start script and mounted secrets, and finds keys and passwords there.',
  technique: 'T1552.001',
  actions: [],
  references: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html'],
  cost: 1,
  *instances(ask) {
    const byPlace = atHand(ask);
    for (const workload of workloads(ask)) {
      const moulds = [...mouldsOf(ask, workload)];
      for (const id of moulds) {
        for (const finding of byPlace.get(id) ?? []) yield* found(workload, finding);
        yield* mounted(ask, workload, { part: id, moulds });
      }
    }
  },
});

function atHand(ask: Questions): ReadonlyMap<string, readonly Finding[]> {
  const found = new Map<string, Finding[]>();
  for (const finding of findings(ask)) {
    if (!finding.toCode) continue;
    const there = found.get(finding.place.id);
    if (there === undefined) found.set(finding.place.id, [finding]);
    else there.push(finding);
  }
  return found;
}

function found(workload: Resource, { place, gives, proof, guard, idIn, provided }: Finding): readonly MoveInstance[] {
  const hasId = idIn === undefined || idIn.includes(place);
  return instance({
    needs: [holds(workload)],
    gives,
    proof: [proof],
    guard: and(workload.guard, guard),
    ...(provided !== undefined && { provided }),
    ...(!hasId && { provided: 'the id of the key, which is no secret, is known as well' }),
  });
}

function holds({ id }: Resource): AttackFact {
  return { kind: 'runs-code', resource: id };
}

/**
 * Secrets that AWS fetches for the workload when it starts: without them it would not run. A service answers as the task that
 * it runs does; it is the task that says it.
 */
function* mounted(
  ask: Questions,
  workload: Resource,
  { part, moulds }: { readonly part: ResourceId; readonly moulds: readonly ResourceId[] },
): Generator<MoveInstance> {
  const saying = (secret: ResourceId) => moulds.find((id) => ask.system.references(id).includes(secret)) ?? part;
  for (const { guard, forward } of secretsFetched(ask, part))
    for (const end of ask.system.resolve(forward.to, part)) {
      const both = and(workload.guard, guard, end.guard);
      if (end.kind !== 'resource' || !isPossible(both) || saying(end.resource.id) !== part) continue;
      yield* instance({
        needs: [holds(workload)],
        gives: { kind: 'reads', resource: end.resource.id },
        proof: [{ kind: 'setting', resource: part, property: '', note: forward.because, origin: forward.origin }],
        guard: both,
      });
    }
}

function secretsFetched(ask: Questions, part: ResourceId) {
  return casesOf(ask.system.fact(part, 'forwards')).flatMap(({ guard, fact }) =>
    fact.kind === 'unknown'
      ? []
      : fact.value
          .filter(({ kind, from }) => kind === 'secret' && from === undefined)
          .map((forward) => ({ guard, forward })),
  );
}
