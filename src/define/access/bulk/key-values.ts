import type { ActionName } from '../compile/action-matcher.ts';
import type { Request } from '../decide/request.ts';
import { valueKey } from './forms.ts';
import { remember } from './numbers.ts';
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

/** Numbers of what a list of keys says, by position of the principal: it is the same whatever is asked for. */
export type Values = Map<string, number[]>;

/** Equal for principals with equal values of the keys. */
export function callerKeyOf(
  making: { readonly world: World; readonly universe: Universe; readonly values: Values },
  names: readonly string[],
  person: Person,
): number {
  const { world, universe, values } = making;
  if (names.length === 0) return 0;
  const known = remember(values, names.join(' '), (): number[] => []);
  const before = known[person.at];
  if (before !== undefined) return before;
  const request = requestOn(world, person, anyAction, { universe, at: 0 });
  const each = names.map((name) => (request === undefined ? '' : valueKey(request.keyOf(name, name))));
  const number = world.forms.intern(`values ${each.join('\n')}`);
  known[person.at] = number;
  return number;
}

/** Equal for resources with equal values of the keys; 0 for none. */
export function resourceKeyOf(
  { people, forms, single }: World,
  names: readonly string[],
  { universe, at }: { readonly universe: Universe; readonly at: number },
): number {
  const [anybody] = people.all;
  const [resource, on] = [universe.arns[at]?.text, universe.resources[at]];
  if (anybody === undefined || resource === undefined || on === undefined) return 0;
  const values = names.map((name) => valueKey(single.valueOn(name, { resource, on }, anybody)));
  return forms.intern(`tags ${values.join('\n')}`);
}

const anyAction: ActionName = { given: 'none:None', lower: 'none:none', service: 'none' };
