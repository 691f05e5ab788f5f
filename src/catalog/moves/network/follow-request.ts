import { defineMove, type MoveInstance } from '../../../model/attack.ts';
import { and } from '../../../model/guard.ts';
import type { ResourceId } from '../../../model/id.ts';
import type { Questions } from '../../../model/questions.ts';
import type { Resource } from '../../../model/resource.ts';
import { instance } from '../instance.ts';
import { authenticationsOf } from '../strangers.ts';

export default defineMove({
  title: 'Have a request handed on',
  description: 'The load balancer, API or distribution hands what it receives on to what stands behind it.',
  technique: 'T1190',
  actions: [],
  references: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/application/introduction.html'],
  cost: 1,
  *instances(ask) {
    for (const element of ask.system.model.elements) {
      const front = element.resource === undefined ? undefined : ask.system.resource(element.resource);
      if (front !== undefined) yield* handedOn(ask, front, element.resources);
    }
  },
});

/** Parts of a front door may ask callers who they are, each for what it hands on: the methods and routes of an API. */
function* handedOn(ask: Questions, front: Resource, parts: readonly ResourceId[]): Generator<MoveInstance> {
  const targets = ask.reach.handedOn(front.id);
  if (targets.length === 0) return;
  const ways = new Map<ResourceId, ResourceId[]>();
  for (const part of parts) {
    if (part === front.id) continue;
    for (const { resource } of ask.reach.handedOn(part))
      ways.set(resource.id, [...(ways.get(resource.id) ?? []), part]);
  }
  for (const { resource, guard, hop } of targets) {
    if (!isOpen(ask, front.id, ways.get(resource.id) ?? [])) continue;
    yield* instance({
      needs: [{ kind: 'can-call', resource: front.id }],
      gives: { kind: 'can-call', resource: resource.id },
      proof: [{ kind: 'reachable', from: front.id, to: resource.id, hops: [hop] }],
      guard: and(front.guard, resource.guard, guard),
    });
  }
}

/** Is one of the ways open to callers whom nobody knows? A way that asks nothing itself is asked for by what refers to it. */
function isOpen(ask: Questions, front: ResourceId, ways: readonly ResourceId[]): boolean {
  const doors = ways.flatMap((part) => {
    const own = authenticationsOf(ask, part);
    if (own !== undefined) return [own];
    return ask.system.referrers(part).flatMap((by) => {
      const through =
        ask.system.elementOf(by)?.id === ask.system.elementOf(part)?.id ? authenticationsOf(ask, by) : undefined;
      return through === undefined || by === front ? [] : [through];
    });
  });
  const asked = doors.length > 0 ? doors : [authenticationsOf(ask, front)];
  return asked.some((way) => way === undefined || way.has('open') || way.has('api-key'));
}
