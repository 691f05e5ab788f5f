import type { Move, MoveBlock, MoveInstance } from '../../model/attack.ts';
import { always, and } from '../../model/guard.ts';
import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import type { Text } from '../../model/text.ts';
import { rolesOf } from '../roles-of.ts';
import { type Going, together } from './going.ts';
import { instance } from './instance.ts';
import { outOfSight } from './out-of-sight.ts';
import { remembered } from './remembered.ts';
import { blockOf, type EvenBlock, evenly, rightsOn } from './rights.ts';
import { byWorkload } from './sessions.ts';
import { goingBy, type Right, type Way } from './ways.ts';
import { workloads } from './workloads.ts';

/** Something that runs what another thing says, with the premise of that. */
export type Destination = Going & { readonly resource: Resource };

/** Rights to change or enter something that is there, and to make it run. */
export interface TakeoverWay {
  /** Actions on the thing itself. */
  readonly on: readonly string[];
  /** Rights on something else: a script that is made for it. */
  readonly also?: readonly Right[];
  readonly there?: Way['there'];
  readonly besides?: Way['besides'];
  /** Types that this way is about, where not all, and the kind of their ARNs. */
  readonly types?: readonly string[];
  readonly kind?: string;
  /** The state of the thing; undefined where this way leads nowhere. */
  readonly when?: (ask: Questions, target: Resource) => Going | undefined;
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

function* takenOver(ask: Questions, takeover: Takeover): Generator<MoveInstance | MoveBlock> {
  const code = new Set(takeover.as === 'service' ? [] : workloads(ask));
  for (const way of takeover.ways) {
    const targets = targetsOf(ask, way.types ?? takeover.types);
    const { also = [], there, besides } = way;
    const principal = goingBy(ask, { rights: also, ...(there && { there }), ...(besides && { besides }) });
    const target = (one: Resource) => stateOf(ask, one, way);
    const evened = evenly(ask, { targets, besides: { principal, target } });
    for (const rights of rightsOn(ask, way.on, { targets, ...named(ask, takeover) }))
      for (const even of evened(rights)) {
        const [first] = even.on;
        // Things of one type are alike in this.
        const runs = way.leadsTo === undefined && first !== undefined && code.has(targets[first] as Resource);
        yield* runs
          ? blockOf(ask, even, { kind: 'runs-code', list: targets })
          : placesIn(ask, even, { takeover, way, targets, code });
      }
  }
}

const listsByTypes = remembered(() => new Map<string, readonly Resource[]>());

/** One list for equal types. */
function targetsOf(ask: Questions, types: readonly string[]): readonly Resource[] {
  const [only, ...others] = types;
  if (only !== undefined && others.length === 0) return ask.system.ofType(only);
  const key = types.join(' ');
  const list = listsByTypes(ask).get(key) ?? types.flatMap((type) => ask.system.ofType(type));
  listsByTypes(ask).set(key, list);
  return list;
}

function named(ask: Questions, { arn }: Takeover): { readonly arn?: (target: Resource) => Text } {
  return arn === undefined ? {} : { arn: (target) => arn(ask, target) };
}

/** The thing is there, and its state lets the way lead somewhere. */
function stateOf(ask: Questions, target: Resource, { when }: TakeoverWay): Going | undefined {
  const state = when === undefined ? { proof: [] } : when(ask, target);
  return state && together(state, { proof: [], guard: target.guard });
}

interface Among {
  readonly takeover: Takeover;
  readonly way: TakeoverWay;
  readonly targets: readonly Resource[];
  readonly code: ReadonlySet<Resource>;
}

/** Place by place: what a thing leads to, or the role that it works with. */
function* placesIn(ask: Questions, { by, on, going }: EvenBlock, { takeover, way, targets, code }: Among) {
  const principals = ask.access.principals();
  for (const what of on) {
    const target = targets[what];
    if (target === undefined) continue;
    const ends = way.leadsTo === undefined ? [{ resource: target, proof: [] }] : way.leadsTo(ask, target);
    for (const end of ends)
      for (const who of by) {
        const principal = principals[who];
        if (principal === undefined) continue;
        const all = together(going(who, what), end);
        yield* code.has(end.resource)
          ? runsCode(principal, end.resource, all)
          : actsAs(ask, takeover, { principal, resource: end.resource, going: all });
      }
  }
}

function runsCode(principal: Resource, resource: Resource, going: Going): readonly MoveInstance[] {
  return instance({
    needs: [{ kind: 'acts-as', principal: principal.id }],
    gives: { kind: 'runs-code', resource: resource.id },
    ...going,
    guard: and(resource.guard, going.guard ?? always),
  });
}

interface Acting {
  readonly principal: Resource;
  readonly resource: Resource;
  readonly going: Going;
}

function actsAs(ask: Questions, { as = 'workload' }: Takeover, { principal, resource, going }: Acting) {
  const roles = rolesOf(ask.system, resource.id).filter(({ purpose, role }) => purpose === as && role !== principal);
  return roles.flatMap(({ role, guard }) =>
    instance({
      needs: [{ kind: 'acts-as', principal: principal.id }],
      gives: { kind: 'acts-as', principal: role.id, session: byWorkload(resource.id) },
      ...going,
      proof: [...going.proof, { kind: 'runs-as', workload: resource.id, role: role.id, origin: resource.origin }],
      guard: and(resource.guard, going.guard ?? always, guard, role.guard),
    }),
  );
}
