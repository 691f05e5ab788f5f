import type { AttackFact, ProofItem } from '../../model/attack.ts';
import { and, type Guard, isPossible } from '../../model/guard.ts';
import type { ResourceId } from '../../model/id.ts';
import type { Questions } from '../../model/questions.ts';
import type { Connection } from '../../model/reach.ts';
import type { Resource } from '../../model/resource.ts';
import { remembered } from './remembered.ts';
import { workloads } from './workloads.ts';

/** A way by which somebody opens a connection: from anywhere, or from inside a workload. */
export interface NetworkWay {
  /** What he needs beyond what he says when he is connected; nothing where everybody comes through. */
  readonly needs: readonly AttackFact[];
  readonly proof: Extract<ProofItem, { readonly kind: 'reachable' }>;
  readonly guard: Guard;
}

/** Every way that is certainly open to a port of the target. */
export function* networkWays(ask: Questions, target: Resource, port: number | undefined): Generator<NetworkWay> {
  const to = { kind: 'resource', resource: target.id } as const;
  const fromAnywhere = ask.reach.connect({ kind: 'internet' }, to, port);
  if (isOpen(fromAnywhere)) yield wayOf(target, fromAnywhere);
  for (const workload of neighbours(ask).get(target.id) ?? []) {
    const inside = ask.reach.connect({ kind: 'resource', resource: workload.id }, to, port);
    if (isOpen(inside)) yield wayOf(target, inside, workload);
  }
}

function isOpen({ verdict, guard }: Connection): boolean {
  return verdict === 'open' && isPossible(guard);
}

function wayOf(target: Resource, { through, guard }: Connection, from?: Resource): NetworkWay {
  return {
    needs: from === undefined ? [] : [{ kind: 'runs-code', resource: from.id }],
    proof: { kind: 'reachable', from: from?.id ?? 'internet', to: target.id, hops: through },
    guard: and(target.guard, guard, ...(from === undefined ? [] : [from.guard])),
  };
}

/** The workloads that may come through to each resource on some port. */
const neighbours = remembered((ask): ReadonlyMap<ResourceId, ReadonlySet<Resource>> => {
  const code = new Map<ResourceId, Resource>(workloads(ask).map((workload) => [workload.id, workload]));
  const found = new Map<ResourceId, Set<Resource>>();
  for (const { from, to } of ask.reach.connections()) {
    const senders = from.flatMap(({ resources }) => resources.flatMap((id) => code.get(id) ?? []));
    for (const id of senders.length === 0 ? [] : to.flatMap(({ resources }) => resources)) {
      const there = found.get(id) ?? new Set<Resource>();
      found.set(id, there);
      for (const sender of senders) if (sender.id !== id) there.add(sender);
    }
  }
  return found;
});
