import { partAt } from './pairs.ts';
import type { Sayings } from './sayings.ts';
import type { World } from './world.ts';

/** The effects that all statements of somebody together have on a resource. */
export interface Voice {
  readonly number: number;
  /** Some identity policy allows it, or may, and so does the boundary. */
  readonly allows: boolean;
  /** Something surely denies it, or a limit does not allow it. */
  readonly denies: boolean;
}

/** What somebody's sayings come to on the resource at a position, or `ANYWHERE`. */
export function voiceOf(world: World, { identity, boundary, levels }: Sayings, position: number): Voice {
  const { sequences } = world;
  const own = partAt(world, identity, position);
  let { number, allows, denies } = own;
  if (boundary !== undefined) {
    const bounds = partAt(world, boundary, position);
    number = sequences.add(sequences.add(number, BOUNDED), bounds.number);
    allows = allows && bounds.allows;
    denies = denies || bounds.denies;
  }
  for (const level of levels) {
    const limit = partAt(world, level, position);
    // What allows everything outright limits nobody: accounts with and without such limits are one.
    if (!limit.isPlain) number = sequences.add(number, limit.number);
    denies = denies || limit.denies || !limit.allows;
  }
  return { number, allows, denies };
}

/** No part has this number. */
const BOUNDED = 2 ** 26 - 2;
