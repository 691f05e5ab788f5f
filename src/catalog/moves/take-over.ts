import type { Move, MoveInstance } from '../../model/attack.ts';
import { always, and, type Guard } from '../../model/guard.ts';
import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import type { Text } from '../../model/text.ts';
import { rolesOf, type WorkloadRole } from '../roles-of.ts';
import { instance } from './instance.ts';
import { outOfSight } from './out-of-sight.ts';
import { type Going, goingBy, isCertain, itemsByPair, pairKey, type Right, together, type Way } from './ways.ts';
import { workloads } from './workloads.ts';

/** What a thing must be like for a way to lead anywhere, and what that hangs on. */
export type State = Going & { readonly guard?: Guard };

/** Something that runs what another thing says, with the premise of that. */
export type Destination = State & { readonly resource: Resource };

/** Rights to change or enter something that is there, and to make it run. */
export interface TakeoverWay {
  /** Actions on the thing itself. */
  readonly on: readonly string[];
  /** Rights on something else: a script that is made for it. */
  readonly also?: readonly Right[];
  readonly there?: Way['there'];
  /** Types that this way is about, where not all, and the kind of their ARNs. */
  readonly types?: readonly string[];
  readonly kind?: string;
  /** The state of the thing; undefined where this way leads nowhere. */
  readonly when?: (ask: Questions, target: Resource) => State | undefined;
  /** What runs or acts by what the thing says, where that is not the thing itself: the groups that start a template. */
  readonly leadsTo?: (ask: Questions, target: Resource) => readonly Destination[];
  /** What of a thing that the input does not show must hold besides. */
  readonly unseen?: string;
}

/** Something that is there and acts as a role, and how one gets to act through it. */
export interface Takeover {
  readonly title: string;
  readonly description: string;
  readonly technique: string;
  readonly reference: string;
  readonly cost: Move['cost'];
  /** As people say it: `a function`. */
  readonly thing: string;
  readonly types: readonly string[];
  /** The kind of ARN that the actions name, `function:`. */
  readonly kind: string;
  /** What the actions name in the thing: its ARN when not given. */
  readonly arn?: (ask: Questions, target: Resource) => Text;
  /** `lambda.amazonaws.com`: what its role trusts. */
  readonly service: string;
  /** Code in it holds credentials of its role, or the service does what it says as its role. */
  readonly as?: 'workload' | 'service';
  /** Only roles in a profile can be those of a thing that the input does not show. */
  readonly unseenRoles?: (ask: Questions, role: Resource) => boolean;
  readonly ways: readonly TakeoverWay[];
}

/** The move of taking over something that is there: what its rights and state let through. */
export function takeOver(takeover: Takeover): Move {
  const { title, description, technique, reference, cost } = takeover;
  const ways = takeover.ways.map(({ on, also = [] }) => [...on, ...also.map(([action]) => action)]);
  return {
    title,
    description,
    technique,
    actions: [...new Set(ways.flat())],
    ways,
    references: [reference],
    cost,
    *instances(ask) {
      yield* takenOver(ask, takeover);
      yield* outOfSight(ask, takeover);
    },
  };
}

/** Who may go a way, and how: to which resource it leads. */
interface Taking {
  readonly principal: Resource;
  readonly resource: Resource;
  readonly state: State;
}

function* takenOver(ask: Questions, takeover: Takeover): Generator<MoveInstance> {
  const best = new Map<string, Taking>();
  for (const way of takeover.ways)
    for (const taking of takings(ask, takeover, way)) {
      const key = pairKey(taking.principal, taking.resource);
      const before = best.get(key);
      if (before === undefined || (!isCertain(before.state) && isCertain(taking.state))) best.set(key, taking);
    }
  const code = new Set(takeover.as === 'service' ? [] : workloads(ask));
  for (const taking of best.values())
    yield* code.has(taking.resource) ? runsCode(taking) : actsAs(ask, takeover, taking);
}

function runsCode({ principal, resource, state: { proof, provided, guard } }: Taking): readonly MoveInstance[] {
  return instance({
    needs: [{ kind: 'acts-as', principal: principal.id }],
    gives: { kind: 'runs-code', resource: resource.id },
    proof,
    guard: and(resource.guard, guard ?? always),
    ...(provided !== undefined && { provided }),
  });
}

function actsAs(ask: Questions, takeover: Takeover, { principal, resource, state }: Taking): readonly MoveInstance[] {
  const { proof, provided, guard } = state;
  const roles = rolesOf(ask.system, resource.id).filter((one) => isMeant(one, takeover) && one.role !== principal);
  return roles.flatMap(({ role, guard: carried }) =>
    instance({
      needs: [{ kind: 'acts-as', principal: principal.id }],
      gives: { kind: 'acts-as', principal: role.id },
      proof: [...proof, { kind: 'runs-as', workload: resource.id, role: role.id, origin: resource.origin }],
      guard: and(resource.guard, guard ?? always, carried, role.guard),
      ...(provided !== undefined && { provided }),
    }),
  );
}

function isMeant({ purpose }: WorkloadRole, { as = 'workload' }: Takeover): boolean {
  return purpose === as;
}

/** Everybody who may go the way, with each thing that it leads to. */
function* takings(ask: Questions, takeover: Takeover, way: TakeoverWay): Generator<Taking> {
  const ends = new Map((way.types ?? takeover.types).flatMap((type) => ask.system.ofType(type)).map(endsOf(ask, way)));
  const targets = [...ends].flatMap(([target, there]) => (there.length > 0 ? [target] : []));
  const [first, ...others] = way.on.map((action) => itemsByPair(ask, { action, targets, ...named(ask, takeover) }));
  if (first === undefined || targets.length === 0) return;
  const besides = goingBy(ask, [{ rights: way.also ?? [], ...(way.there !== undefined && { there: way.there }) }]);
  for (const [key, { principal, target, item }] of first) {
    const items = others.map((other) => other.get(key)?.item);
    const going = besides(principal);
    if (going === undefined || !items.every((each) => each !== undefined)) continue;
    for (const { resource, guard, ...end } of ends.get(target) ?? []) {
      const all = together({ proof: [item, ...items] }, going, end);
      yield { principal, resource, state: { ...all, ...(guard !== undefined && { guard }) } };
    }
  }
}

/** Where the way leads from a thing: to itself, when nothing else is said; nowhere when its state does not let it. */
function endsOf(ask: Questions, { when, leadsTo }: TakeoverWay) {
  return (target: Resource): readonly [Resource, readonly Destination[]] => {
    const state: State | undefined = when === undefined ? { proof: [] } : when(ask, target);
    if (state === undefined) return [target, []];
    const ends = leadsTo === undefined ? [{ resource: target, proof: [] }] : leadsTo(ask, target);
    return [target, ends.map((end) => ({ ...end, ...together(state, end), ...guardOf(state, end) }))];
  };
}

function guardOf(left: State, right: State): Pick<State, 'guard'> {
  return { guard: and(left.guard ?? always, right.guard ?? always) };
}

function named(ask: Questions, { arn }: Takeover): { readonly arn?: (target: Resource) => Text } {
  return arn === undefined ? {} : { arn: (target) => arn(ask, target) };
}
