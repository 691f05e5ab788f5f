import { inAnyWay, type Meaning, meaning } from '../compile/principal-matcher.ts';
import { greatest, NO } from '../compile/three-valued.ts';
import type { Group, Grouping } from './grouping.ts';
import { EMPTY, remember } from './numbers.ts';
import type { Standing } from './people.ts';
import type { Entry } from './special-lots.ts';
import type { World } from './world.ts';

/** How groups look to a standing, by their places. */
export interface Sight {
  /** Places of groups of the own account, and of those that let somebody of it in, ascending. */
  readonly visible: readonly number[];
  /** Of these, the groups that let in somebody without a right of his own. */
  readonly inviting: readonly number[];
  /** By place: 0 for groups that are not visible, `INVITING` for those that let in, 1 for the others. */
  readonly marks: Uint8Array;
  /** Visible groups of other accounts. */
  readonly foreign: readonly Group[];
}

export const INVITING = 2;

/** What is known of how standings see groups, over all actions. */
export interface Sights {
  readonly world: World;
  readonly meanings: Map<number, Meaning>;
  readonly known: Map<number, Sight>;
}

export function sightOf(sights: Sights, grouping: Grouping, standing: Standing): Sight {
  const { sequences } = sights.world;
  const key = sequences.add(sequences.add(EMPTY, grouping.number), standing.number);
  return remember(sights.known, key, () => newSight(sights, grouping, standing));
}

function newSight(sights: Sights, { groups, audience }: Grouping, standing: Standing): Sight {
  const marks = new Uint8Array(groups.length);
  const visible: number[] = [];
  const inviting: number[] = [];
  const foreign: Group[] = [];
  for (const place of audience.mayBeSeenBy(standing)) {
    const group = groups[place];
    if (group === undefined || !isVisible(sights, group, standing)) continue;
    if (sights.world.isOpened && group.account !== standing.account) continue;
    visible.push(place);
    marks[place] = 1;
    if (group.account !== standing.account) foreign.push(group);
    else if (sights.world.isOpened || letsIn(sights, group, standing)) {
      inviting.push(place);
      marks[place] = INVITING;
    }
  }
  return { visible, inviting, marks, foreign };
}

/** Groups of the own account, and those that let somebody of it in. */
function isVisible(sights: Sights, group: Group, standing: Standing): boolean {
  if (group.account === standing.account || group.isUnread) return true;
  return group.entries.some(
    (entry) => entry.speech.code.effect === 'Allow' && inAnyWay(meantBy(sights, entry, standing)) !== NO,
  );
}

/** Do the policies of a group of the own account let somebody in who has no right of his own? */
function letsIn(sights: Sights, group: Group, standing: Standing): boolean {
  if (group.isUnread) return true;
  return group.entries.some((entry) => {
    if (entry.speech.code.effect !== 'Allow') return false;
    const { directly, asRole } = meantBy(sights, entry, standing);
    return greatest(directly, asRole) !== NO;
  });
}

/** How a statement means those of a standing whom it does not name one by one. */
export function meantBy({ meanings, world }: Sights, { speech, principals }: Entry, standing: Standing): Meaning {
  const key = world.sequences.add(world.sequences.add(EMPTY, principals), standing.number);
  return remember(meanings, key, () => meaning(speech.code, standing.nameless, standing.isBounded));
}
