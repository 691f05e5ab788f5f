import type { ActionName } from '../compile/action-matcher.ts';
import { meaning } from '../compile/principal-matcher.ts';
import { greatest, NO } from '../compile/three-valued.ts';
import type { Class } from './classes.ts';
import type { Group } from './grouping.ts';
import { EMPTY, remember } from './numbers.ts';
import type { Person } from './people.ts';
import type { Results } from './results.ts';
import type { Voice } from './voices.ts';
import type { World } from './world.ts';

/** The number of the result that nothing is allowed. */
export const NOTHING = 0;

/** What is known of situations, over all actions. */
export interface Situations {
  readonly world: World;
  readonly results: Results;
  /** How groups look to standings. */
  readonly views: Map<number, number>;
}

/** One of a class, or one of it whom the resource may name, asks for a resource of a group. */
interface Situation {
  readonly one: Class;
  readonly voice: Voice;
  readonly group: Group;
  readonly position: number;
  readonly named?: Person;
  readonly action: ActionName;
}

/** Situations that nothing tells apart have one result, which is found by asking about one of them. */
export function resultOf(
  { world, results, views }: Situations,
  { one, voice, group, position, named, action }: Situation,
): number {
  const { sequences } = world;
  const person = named ?? one.person;
  let key = sequences.add(sequences.add(voice.number, person.standing.stance), one.told);
  if (named !== undefined) key = sequences.add(key, viewOf(world, results, { group, person, isNamed: true }));
  else {
    const view = sequences.add(sequences.add(EMPTY, group.number), person.standing.number);
    key = sequences.add(
      key,
      remember(views, view, () => viewOf(world, results, { group, person, isNamed: false })),
    );
  }
  return results.of(key, { person, isNamed: named !== undefined, position, action });
}

/** How the policies of a group look to somebody: equal where nothing tells the difference. */
function viewOf(
  { sequences }: World,
  results: Results,
  { group, person, isNamed }: { readonly group: Group; readonly person: Person; readonly isNamed: boolean },
): number {
  const { standing } = person;
  const where = group.account === standing.account ? SAME : OTHER;
  const start = sequences.add(EMPTY, group.shape === undefined ? where + SINGLE : where);
  let view = sequences.add(start, group.shape ?? group.number);
  const named = isNamed ? person.code.named : standing.nameless;
  for (const { speech, aside, tags } of group.entries) {
    const { directly, asRole, byAccount } = meaning(speech.code, named, standing.isBounded);
    // A statement that means somebody else says nothing.
    if (greatest(greatest(directly, asRole), byAccount) === NO) continue;
    view = sequences.add(view, aside);
    view = sequences.add(view, 1 + directly + 3 * asRole + 9 * byAccount);
    view = sequences.add(view, tags);
    const keys = isNamed ? results.principalKey(speech.form, person) : results.standingKey(speech.form, person);
    view = sequences.add(view, keys);
  }
  return view;
}

const SAME = 1;
const OTHER = 2;
/** Added for a group that is like no other: groups and shapes are numbered apart. */
const SINGLE = 2;
