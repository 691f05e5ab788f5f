import { guardKey } from '../../../model/guard.ts';
import type { ActionName } from '../compile/action-matcher.ts';
import { conditionsKey } from './forms.ts';
import { nameless, type Person } from './people.ts';
import type { Sides } from './sides.ts';
import type { Universe } from './universe.ts';
import { type Outcome, requestBy, type World } from './world.ts';

/** What comes out of situations, as numbers; 0 is that nothing is allowed. */
export interface Results {
  /** The result of the situation with this key, for which the person's request about the resource stands. */
  of(key: number, example: Example): number;
  outcome(result: number): Outcome | undefined;
  readonly principalKey: Sides['principalKey'];
  readonly standingKey: Sides['standingKey'];
}

/** A request that stands for a situation: of a person, or of somebody like it whom nothing names. */
export interface Example {
  readonly person: Person;
  readonly isNamed: boolean;
  readonly position: number;
  readonly action: ActionName;
}

export function createResults(
  world: World,
  universe: Universe,
  shared: { readonly sides: Sides; readonly known: Map<number, number>; readonly outcomes: Map<number, Outcome> },
): Results {
  const { known, outcomes, sides } = shared;
  return {
    of(key, { person, isNamed, position, action }) {
      const before = known.get(key);
      if (before !== undefined) return before;
      const [resource, on] = [universe.arns[position]?.text ?? [], universe.resources[position]];
      if (on === undefined) return 0;
      const request = requestBy(world, person, { action, resource, on });
      // A policy that lets him in means him by name.
      const caller = isNamed || world.isOpened ? person.code : nameless(person);
      const decision = world.single.decide(request, caller);
      const result = numberOf(world, outcomes, decision);
      known.set(key, result);
      return result;
    },
    outcome: (result) => outcomes.get(result),
    principalKey: sides.principalKey,
    standingKey: sides.standingKey,
  };
}

function numberOf(
  { forms }: World,
  outcomes: Map<number, Outcome>,
  { verdict, conditions, guard }: ReturnType<World['single']['decide']>,
): number {
  if (verdict === 'deny') return 0;
  const number = forms.intern(`outcome ${verdict} ${guardKey(guard)} ${conditionsKey(conditions)}`);
  if (!outcomes.has(number)) outcomes.set(number, { verdict, conditions, guard });
  return number;
}
