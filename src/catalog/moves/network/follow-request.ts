import { type AttackFact, defineMove, type MoveInstance, type ProofItem } from '../../../model/attack.ts';
import { casesOf } from '../../../model/fact.ts';
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

type HandOver = ReturnType<Questions['reach']['handedOn']>[number];

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
  for (const target of targets) {
    const doors: readonly ReturnType<typeof authenticationsOf>[] =
      target.asks === undefined ? doorsOf(ask, front.id, ways.get(target.resource.id) ?? []) : [new Set([target.asks])];
    if (doors.some((way) => way === undefined || way.has('open') || way.has('api-key'))) {
      yield* step(front, target, {});
    } else if (doors.some((way) => way?.has('cognito') || way?.has('jwt'))) yield* signedIn(ask, front, target, parts);
  }
}

/** How callers are let in on these ways. A way that asks nothing itself is asked for by what refers to it. */
function doorsOf(ask: Questions, front: ResourceId, ways: readonly ResourceId[]) {
  const doors = ways.flatMap((part) => {
    const own = authenticationsOf(ask, part);
    if (own !== undefined) return [own];
    return ask.system.referrers(part).flatMap((by) => {
      const isPart = ask.system.elementOf(by)?.id === ask.system.elementOf(part)?.id;
      const through = isPart && by !== front ? authenticationsOf(ask, by) : undefined;
      return through === undefined ? [] : [through];
    });
  });
  return doors.length > 0 ? doors : [authenticationsOf(ask, front)];
}

/** Callers with a token of the user pool are let in; anybody gets one where strangers may sign up. */
function* signedIn(
  ask: Questions,
  front: Resource,
  target: HandOver,
  parts: readonly ResourceId[],
): Generator<MoveInstance> {
  const pools = new Set(parts.flatMap((part) => ask.system.references(part)).filter((id) => isUserPool(ask, id)));
  for (const id of pools) {
    const pool = ask.system.resource(id);
    if (pool === undefined) continue;
    const note = selfSignUp(ask, id) ? `strangers may sign up at ${pool.address}` : `${pool.address} tells who calls`;
    const proof: readonly ProofItem[] = [{ kind: 'setting', resource: id, property: '', note, origin: pool.origin }];
    const needs: readonly AttackFact[] = selfSignUp(ask, id) ? [] : [{ kind: 'controls-external', party: id }];
    yield* step(front, target, { needs, proof });
  }
}

function isUserPool(ask: Questions, id: ResourceId): boolean {
  return casesOf(ask.system.fact(id, 'settings')).some(
    ({ fact }) => fact.kind === 'known' && fact.value.selfSignUp !== undefined,
  );
}

function selfSignUp(ask: Questions, id: ResourceId): boolean {
  return casesOf(ask.system.fact(id, 'settings')).some(
    ({ fact }) =>
      fact.kind === 'known' &&
      fact.value.selfSignUp !== undefined &&
      casesOf(fact.value.selfSignUp).some(({ fact: open }) => open.kind === 'known' && open.value),
  );
}

function step(
  front: Resource,
  { resource, guard, hop }: HandOver,
  more: { readonly needs?: readonly AttackFact[]; readonly proof?: readonly ProofItem[] },
): readonly MoveInstance[] {
  return instance({
    needs: [{ kind: 'can-call', resource: front.id }, ...(more.needs ?? [])],
    gives: { kind: 'can-call', resource: resource.id },
    proof: [{ kind: 'reachable', from: front.id, to: resource.id, hops: [hop] }, ...(more.proof ?? [])],
    guard: and(front.guard, resource.guard, guard),
  });
}
