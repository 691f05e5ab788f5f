import { type Finding, findings } from '../catalog/moves/findings.ts';
import { workloads } from '../catalog/moves/workloads.ts';
import { signInFlow } from '../catalog/used-stores.ts';
import { and, isPossible } from '../model/guard.ts';
import type { ResourceId } from '../model/id.ts';
import type { Origin, OriginTable } from '../model/origin.ts';
import type { Questions } from '../model/questions.ts';
import type { Resource } from '../model/resource.ts';
import { draftOf, type FlowDraft } from './finish-flows.ts';
import type { ResourceBase } from './system/create-system.ts';

/** Something in which a workload has the password of a database at hand, or a secret that holds it. */
interface Given {
  readonly workload: Resource;
  readonly database: ResourceId;
  readonly because: string;
  readonly guard: Finding['guard'];
  readonly from: readonly Origin[];
}

/**
 * Flows that no configuration states but that follow from it: a workload that is given the password of a database, or the
 * secret in which it is kept, is meant to use the database. Only where the network does not refuse the connection.
 */
export function databaseFlows(
  ask: Questions,
  { base, origins }: { readonly base: ResourceBase; readonly origins: OriginTable },
): readonly FlowDraft[] {
  const known = findings(ask).filter(({ gives }) => gives.kind === 'knows');
  if (known.length === 0) return [];
  const code = new Map<ResourceId, Resource>(workloads(ask).map((workload) => [workload.id, workload]));
  const given = [...withPassword(ask, known, code), ...withSecret(ask, known, code)];
  return given.flatMap((one) => flowOf(ask, { base, origins }, one));
}

function withPassword(
  ask: Questions,
  known: readonly Finding[],
  code: ReadonlyMap<ResourceId, Resource>,
): readonly Given[] {
  return known.flatMap(({ place, toCode, gives, guard, proof }): readonly Given[] => {
    const workload = code.get(ask.system.elementOf(place.id)?.resource ?? place.id);
    if (!toCode || workload === undefined) return [];
    return [{ workload, database: gives.resource, because: proof.note, guard, from: [proof.origin] }];
  });
}

/** Flows to a secret say who is given it. */
function withSecret(
  ask: Questions,
  known: readonly Finding[],
  code: ReadonlyMap<ResourceId, Resource>,
): readonly Given[] {
  const byStore = new Map<ResourceId, Finding[]>();
  for (const finding of known) {
    if (!finding.toReaders) continue;
    const there = byStore.get(finding.place.id);
    if (there === undefined) byStore.set(finding.place.id, [finding]);
    else there.push(finding);
  }
  const { flows } = ask.system.model;
  // That the configuration hands the secret over tells more than that a role may read it.
  const uses = (['secret', 'data'] as const).flatMap((kind) => flows.filter((flow) => flow.kind === kind));
  return uses.flatMap((flow) => {
    const sender = ask.system.element(flow.from)?.resource;
    const workload = sender === undefined ? undefined : code.get(sender);
    if (workload === undefined) return [];
    return (ask.system.element(flow.to)?.resources ?? [])
      .flatMap((store) => byStore.get(store) ?? [])
      .map(({ gives, guard, proof }) => ({
        workload,
        database: gives.resource,
        because: `${flow.because}, and ${proof.note}`,
        guard: and(flow.guard, guard),
        from: [flow.origin, proof.origin],
      }));
  });
}

function flowOf(
  ask: Questions,
  at: { readonly base: ResourceBase; readonly origins: OriginTable },
  { workload, database: id, because, guard, from }: Given,
): readonly FlowDraft[] {
  const database = ask.system.resource(id);
  const ends = [workload.id, id].map((end) => ask.system.elementOf(end)?.id);
  const [start, end] = ends;
  if (database === undefined || start === undefined || end === undefined) return [];
  const forward = signInFlow(at.base.view(database), because);
  if (forward === undefined) return [];
  const connection = ask.reach.connect(
    { kind: 'resource', resource: workload.id },
    { kind: 'resource', resource: id },
    forward.port ?? undefined,
    'tcp',
  );
  const both = and(guard, connection.guard, workload.guard, database.guard);
  if (connection.verdict === 'blocked' || !isPossible(both)) return [];
  const origin = at.origins.add({
    kind: 'inferred',
    by: 'the password of the database is given to the workload',
    from,
  });
  return draftOf({ ...forward, origin }, { from: start, to: end, guard: both });
}
