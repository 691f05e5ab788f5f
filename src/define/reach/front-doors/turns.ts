import type { Turn } from '../../../model/entry.ts';
import { casesOf, type Fact } from '../../../model/fact.ts';
import { always, and, type Guard, not } from '../../../model/guard.ts';
import type { ResourceId } from '../../../model/id.ts';
import type { Resource } from '../../../model/resource.ts';
import type { ResourceBase } from '../../system/create-system.ts';

/** When something comes to the turn of a resource; with a doubt, what would tell. */
interface Left {
  readonly guard: Guard;
  readonly doubt?: string;
}

interface Taker {
  readonly resource: Resource;
  readonly turn: Turn;
  readonly guard: Guard;
}

const everything: Left = { guard: always };

/** What those who answer everything in an earlier turn leave to a resource. Quadratic in those of one listener alone. */
export function createTurns(base: ResourceBase): (resource: Resource) => Left {
  const takers = new Map<ResourceId, Taker[]>();
  for (const resource of base.withAnswer('turn'))
    for (const { guard, turn } of turnsOf(base, resource)) {
      const takes = casesOf(turn.takesAll).some(({ fact }) => fact.kind === 'unknown' || fact.value);
      if (!takes) continue;
      for (const among of wholesOf(base, turn, resource))
        takers.set(among, [...(takers.get(among) ?? []), { resource, turn, guard: and(guard, resource.guard) }]);
    }
  return (resource) => {
    const [own] = turnsOf(base, resource);
    if (own === undefined) return everything;
    return wholesOf(base, own.turn, resource)
      .flatMap((among) => takers.get(among) ?? [])
      .filter((taker) => taker.resource.id !== resource.id)
      .reduce((left, taker) => leftBy(left, taker, own.turn), everything);
  };
}

function leftBy(left: Left, { turn, guard, resource }: Taker, own: Turn): Left {
  const before = isBefore(turn.order, own.order);
  if (before === 'no') return left;
  const takes = casesOf(turn.takesAll);
  const open = takes.flatMap(({ fact }) => (fact.kind === 'unknown' ? [fact.settledBy] : []))[0];
  const doubt = left.doubt ?? (before === 'maybe' ? `the priority of ${resource.address}` : open);
  if (doubt !== undefined && left.doubt === undefined) return { ...left, doubt };
  const taken = takes.flatMap((option) => (option.fact.kind === 'known' && option.fact.value ? [option.guard] : []));
  return { ...left, guard: and(left.guard, ...taken.map((when) => not(and(guard, when)))) };
}

function isBefore(one: Turn['order'], other: Turn['order']): 'yes' | 'no' | 'maybe' {
  const [first, second] = [placeOf(one), placeOf(other)];
  if (first === 'last') return 'no';
  if (second === 'last') return 'yes';
  if (first === undefined || second === undefined) return 'maybe';
  return first < second ? 'yes' : 'no';
}

function placeOf(order: Turn['order']): number | 'last' | undefined {
  return order.kind === 'known' ? order.value : undefined;
}

function turnsOf(base: ResourceBase, resource: Resource): readonly { readonly guard: Guard; readonly turn: Turn }[] {
  const fact: Fact<Turn> = base.fact(resource.id, 'turn');
  return casesOf(fact).flatMap((option) =>
    option.fact.kind === 'known' ? [{ guard: option.guard, turn: option.fact.value }] : [],
  );
}

function wholesOf(base: ResourceBase, { among }: Turn, from: Resource): readonly ResourceId[] {
  return base.resolve(among, from.id).flatMap((target) => (target.kind === 'resource' ? [target.resource.id] : []));
}
