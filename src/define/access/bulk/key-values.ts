import type { ActionName } from '../compile/action-matcher.ts';
import type { Request } from '../decide/request.ts';
import { EMPTY, remember } from './numbers.ts';
import type { Person } from './people.ts';
import type { Universe } from './universe.ts';
import { requestBy, type World } from './world.ts';

/** The request of a person about one of the resources, before anything is written into it. */
export function requestOn(
  world: World,
  person: Person,
  action: ActionName,
  { universe, at }: { readonly universe: Universe; readonly at: number },
): Request | undefined {
  const [resource, on] = [universe.arns[at]?.text, universe.resources[at]];
  if (resource === undefined || on === undefined) return undefined;
  return world.single.request(requestBy(world, person, { action, resource, on }));
}

/** What condition keys say of principals and resources, as numbers: it is the same whatever is asked for. */
export interface Keys {
  /** Equal for principals with equal values of the keys, by lower-case name. */
  ofCaller(names: readonly string[], person: Person): number;
  /** For a position, a number that is equal for resources with equal values of the keys. */
  ofResource(names: readonly string[]): (at: number) => number;
}

export function createKeys(world: World, universe: Universe): Keys {
  const { people } = world;
  const callers = new Map<string, Uint32Array>();
  const resources = new Map<string, (at: number) => number>();
  return {
    ofCaller(names, person) {
      const known = remember(callers, listed(names), () => new Uint32Array(people.all.length));
      // No values have the number 0.
      const before = known[person.place] ?? 0;
      if (before !== 0) return before;
      const made = numberOf(world, universe, { names, person, at: 0 });
      known[person.place] = made;
      return made;
    },
    ofResource: (names) => remember(resources, listed(names), () => resourceKeys(world, universe, names)),
  };
}

/** Each resource is asked once. */
function resourceKeys(world: World, universe: Universe, names: readonly string[]): (at: number) => number {
  const known = new Uint32Array(universe.resources.length);
  const [person] = world.people.all;
  return (at) => {
    const before = known[at] ?? 0;
    if (before !== 0 || person === undefined) return before;
    const made = numberOf(world, universe, { names, person, at });
    known[at] = made;
    return made;
  };
}

function listed(names: readonly string[]): string {
  const [only = ''] = names;
  return names.length < 2 ? only : names.join(' ');
}

/** Equal for equal values of the keys when the person asks for the resource. */
function numberOf(
  { single, forms, sequences }: World,
  { arns, resources }: Universe,
  asked: { readonly names: readonly string[]; readonly person: Person; readonly at: number },
): number {
  const resource = arns[asked.at]?.text;
  const on = resources[asked.at];
  if (resource === undefined || on === undefined) return 0;
  let number = EMPTY;
  for (const name of asked.names)
    number = sequences.add(number, forms.valueNumber(single.valueOn(name, { resource, on }, asked.person)));
  return number;
}
